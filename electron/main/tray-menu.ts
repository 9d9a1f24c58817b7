import type { MenuItemConstructorOptions } from 'electron'
import { OFFICIAL_ID, type ProfileView } from '../../shared/model/profile'
import type { ToolStatus } from '../../shared/model/switch'
import { type Language, type LocalText, text } from '../../shared/model/text'
import type { ToolId } from '../../shared/model/tool'

/** Everything the tray menu depends on. */
export interface TrayState {
  readonly tools: readonly { readonly id: ToolId; readonly label: string }[]
  readonly profiles: readonly ProfileView[]
  readonly status: readonly ToolStatus[]
  readonly canUndo: boolean
  readonly language: Language
}

/** What the tray menu can ask for. Without tools a switch means every tool that the profile serves. */
export interface TrayActions {
  switchTo(profileId: string, tools?: readonly ToolId[]): void
  undo(): void
  open(): void
  /** Opens the window on its screen Diagnose. */
  diagnose(): void
  quit(): void
}

/** A menu longer than this is no quick switch; the window shows them all. */
const MOST_PROFILES = 10

/** The tray's menu as a function of state. */
export function trayMenu(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const say = (words: LocalText): string => words[state.language]
  return [
    ...state.tools.map((tool) => toolItem(tool, state, actions)),
    { type: 'separator' },
    { id: 'all', label: say(labels.all), submenu: allItems(state, actions), enabled: state.profiles.length > 0 },
    { id: 'diagnose', label: say(labels.diagnose), click: () => actions.diagnose() },
    { id: 'undo', label: say(labels.undo), enabled: state.canUndo, click: () => actions.undo() },
    { type: 'separator' },
    { id: 'open', label: say(labels.open), click: () => actions.open() },
    { id: 'quit', label: say(labels.quit), click: () => actions.quit() },
  ]
}

function toolItem(tool: TrayState['tools'][number], state: TrayState, actions: TrayActions): MenuItemConstructorOptions {
  const status = state.status.find((each) => each.tool === tool.id)
  const choices = state.profiles.filter((profile) => serves(profile, tool.id)).slice(0, MOST_PROFILES)
  const items = choices.map(
    (profile): MenuItemConstructorOptions => ({
      id: `tool:${tool.id}:${profile.id}`,
      label: nameOf(profile, state.language),
      type: 'radio',
      checked: isCurrent(profile, status),
      click: () => actions.switchTo(profile.id, [tool.id]),
    }),
  )
  // A group of radio items must have one that is on, or the system turns the first one on.
  const none: MenuItemConstructorOptions = {
    id: `tool:${tool.id}`,
    label: currentOf(status, state.language),
    type: 'radio',
    checked: true,
    enabled: false,
  }
  return {
    label: `${shorten(tool.label)}: ${currentOf(status, state.language)}`,
    submenu: items.some((item) => item.checked === true) ? items : [none, ...items],
  }
}

function allItems(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  return state.profiles.slice(0, MOST_PROFILES).map((profile) => ({
    id: `all:${profile.id}`,
    label: nameOf(profile, state.language),
    click: () => actions.switchTo(profile.id),
  }))
}

const serves = (profile: ProfileView, tool: ToolId): boolean => profile.kind === 'official' || profile.tools[tool]?.enabled === true

function isCurrent(profile: ProfileView, status: ToolStatus | undefined): boolean {
  if (status === undefined || status.state === 'foreign' || status.state === 'unreadable') return false
  return status.state === 'official' ? profile.id === OFFICIAL_ID : profile.id === status.profileId
}

/** What a tool uses now, in a few words. */
function currentOf(status: ToolStatus | undefined, language: Language): string {
  if (status === undefined) return labels.unknown[language]
  const words = stateLabels[status.state]?.[language]
  if (status.profileName === undefined || status.state === 'official') return words ?? labels.unknown[language]
  return words === undefined ? shorten(status.profileName) : `${shorten(status.profileName)} (${words})`
}

const nameOf = (profile: ProfileView, language: Language): string =>
  profile.kind === 'official' ? labels.official[language] : shorten(profile.name)

/** Short enough for a menu; an ampersand is doubled, alone it would underline the next letter. */
function shorten(name: string): string {
  const letters = [...name]
  const short = letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : name
  return short.replace(/&/g, '&&')
}

const labels = {
  all: text('Switch every tool to', '全部工具切换到'),
  diagnose: text('Diagnose', '诊断'),
  undo: text('Undo last switch', '撤销上次切换'),
  open: text('Open Switchyard', '打开 Switchyard'),
  quit: text('Quit', '退出'),
  official: text('Official (no relay)', '官方（不使用中转）'),
  unknown: text('unknown', '未知'),
}

/** Said after the profile's name; null where the name says it all. */
const stateLabels: Readonly<Record<ToolStatus['state'], LocalText | null>> = {
  'in-sync': null,
  outdated: text('profile was edited', '配置已修改，尚未应用'),
  changed: text('changed by hand', '被手动修改'),
  foreign: text('another relay', '其他中转'),
  official: labels.official,
  unreadable: text('file cannot be read', '文件无法读取'),
}
