import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import type { ProfileConnection } from '../../shared/model/probe'
import { OFFICIAL_ID, type ProfileView } from '../../shared/model/profile'
import type { ToolStatus } from '../../shared/model/switch'
import { type Language, type LocalText, text } from '../../shared/model/text'
import type { ToolId } from '../../shared/model/tool'
import type { Health, HealthMap } from './tray-health'
import { type TrayTool, toolsWithoutProtocol } from './tray-protocols'

/** Everything the tray menu depends on. */
export interface TrayState {
  readonly tools: readonly TrayTool[]
  readonly profiles: readonly ProfileView[]
  readonly status: readonly ToolStatus[]
  readonly health: HealthMap
  /** What earlier tests found at the relays. */
  readonly connections: readonly ProfileConnection[]
  /** Ids of profiles that were used, newest first. */
  readonly recent: readonly string[]
  readonly canUndo: boolean
  readonly language: Language
}

/** What the tray menu can ask for. Without tools a switch means every tool that the profile serves. */
export interface TrayActions {
  switchTo(profileId: string, tool?: ToolId): void
  undo(): void
  open(): void
  /** Opens the window on its screen Diagnose and runs the doctor. */
  diagnose(): void
  quit(): void
}

/** A menu longer than this is no quick switch; the window shows them all. */
const MOST_PROFILES = 10
const MOST_RECENT = 3

/** The tray's menu as a function of state. @param dot the image of a health; without it there are only words */
export function trayMenu(state: TrayState, actions: TrayActions, dot?: (health: Health) => NativeImage): MenuItemConstructorOptions[] {
  const say = (words: LocalText): string => words[state.language]
  const sorted: TrayState = { ...state, profiles: recentFirst(state) }
  return [
    ...state.tools.map((tool) => toolItem(tool, sorted, actions, dot)),
    { type: 'separator' },
    ...recentItems(sorted, actions),
    { id: 'all', label: say(labels.all), submenu: allItems(sorted, actions), enabled: state.profiles.length > 0 },
    { id: 'diagnose', label: say(labels.diagnose), click: () => actions.diagnose() },
    { id: 'undo', label: say(labels.undo), enabled: state.canUndo, click: () => actions.undo() },
    { type: 'separator' },
    { id: 'open', label: say(labels.open), click: () => actions.open() },
    { id: 'quit', label: say(labels.quit), click: () => actions.quit() },
  ]
}

/** The official way, then what was used last, then the user's own order. */
function recentFirst({ profiles, recent }: TrayState): readonly ProfileView[] {
  const rank = ({ id, kind }: ProfileView): number => {
    if (kind === 'official') return -1
    const at = recent.indexOf(id)
    return at === -1 ? recent.length : at
  }
  return profiles.toSorted((a, b) => rank(a) - rank(b))
}

function toolItem(
  tool: TrayTool,
  state: TrayState,
  actions: TrayActions,
  dot?: (health: Health) => NativeImage,
): MenuItemConstructorOptions {
  const status = state.status.find((each) => each.tool === tool.id)
  const choices = state.profiles.filter((profile) => serves(profile, tool.id)).slice(0, MOST_PROFILES)
  const items = choices.map(
    (profile): MenuItemConstructorOptions => ({
      id: `tool:${tool.id}:${profile.id}`,
      label: withWarning(profile, state, tool),
      type: 'radio',
      checked: isCurrent(profile, status),
      click: () => actions.switchTo(profile.id, tool.id),
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
  const health = healthOf(tool.id, status, state.health)
  return {
    label: [`${shorten(tool.label)}: ${currentOf(status, state.language)}`, healthLabels[health]?.[state.language]]
      .filter((part) => part !== undefined)
      .join(' – '),
    icon: dot?.(health),
    submenu: items.some((item) => item.checked === true) ? items : [none, ...items],
  }
}

/** Of the profile that the tool uses now, as the last test left it. */
function healthOf(tool: ToolId, status: ToolStatus | undefined, map: HealthMap): Health {
  return (status?.profileId === undefined ? undefined : map[status.profileId]?.[tool]) ?? 'unknown'
}

/** The profiles to go back to: used lately, and not what every tool uses already. */
function recentItems(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  const fully = (id: string): boolean => state.status.length > 0 && state.status.every(({ profileId }) => profileId === id)
  const items = state.recent
    .filter((id) => !fully(id))
    .flatMap((id) => state.profiles.filter((profile) => profile.id === id))
    .slice(0, MOST_RECENT)
    .map((profile) => ({
      id: `recent:${profile.id}`,
      label: withWarning(profile, state),
      click: () => actions.switchTo(profile.id),
    }))
  if (items.length === 0) return []
  return [{ id: 'recent', label: labels.recent[state.language], enabled: false }, ...items, { type: 'separator' }]
}

function allItems(state: TrayState, actions: TrayActions): MenuItemConstructorOptions[] {
  return state.profiles.slice(0, MOST_PROFILES).map((profile) => ({
    id: `all:${profile.id}`,
    label: withWarning(profile, state),
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

/**
 * The profile's name, and before the click what the switch should not go without saying: a protocol that the relay does not speak.
 * @param tool the one that would be switched; absent: all that the profile serves
 */
function withWarning(profile: ProfileView, { tools, connections, language }: TrayState, tool?: TrayTool): string {
  const name = nameOf(profile, language)
  const silent = toolsWithoutProtocol(profile, tool === undefined ? tools : [tool], connections)
  if (silent.length === 0) return name
  return `${name} – ${(tool === undefined ? notSpokenFor(silent.map(({ label }) => shorten(label))) : labels.notSpoken)[language]}`
}

/** Short enough for a menu; an ampersand is doubled, alone it would underline the next letter. */
function shorten(name: string): string {
  const letters = [...name]
  const short = letters.length > 40 ? `${letters.slice(0, 39).join('')}…` : name
  return short.replace(/&/g, '&&')
}

const labels = {
  recent: text('Recent, for every tool', '最近使用（全部工具）'),
  all: text('Switch every tool to', '全部工具切换到'),
  diagnose: text('Diagnose', '诊断'),
  undo: text('Undo last switch', '撤销上次切换'),
  open: text('Open Switchyard', '打开 Switchyard'),
  quit: text('Quit', '退出'),
  official: text('Official (no relay)', '官方（不使用中转）'),
  unknown: text('unknown', '未知'),
  notSpoken: text('this relay does not speak its protocol', '该中转不支持其协议'),
}

const notSpokenFor = (tools: readonly string[]): LocalText =>
  text(`does not speak the protocol of ${tools.join(', ')}`, `不支持 ${tools.join('、')} 的协议`)

/** Said where the dot is not green: not everybody sees its colour, and not every panel shows it. */
const healthLabels: Readonly<Partial<Record<Health, LocalText>>> = {
  warns: text('last test warned', '上次测试有警告'),
  fails: text('last test failed', '上次测试失败'),
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
