import type { MenuItemConstructorOptions, NativeImage } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { type TrayState, trayMenu } from '../../electron/main/tray-menu'
import type { ToolStatus } from '../../shared/model/switch'
import { createFakeHost, type Scenario } from '../support/fake-api'

const actions = () => ({ switchTo: vi.fn(), undo: vi.fn(), open: vi.fn(), diagnose: vi.fn(), quit: vi.fn() })

async function stateOf(scenario: Scenario, change: Partial<TrayState> = {}): Promise<TrayState> {
  const { api } = createFakeHost({ scenario })
  const tools = (await api['tools.list']({})).map(({ descriptor }) => descriptor)
  return {
    tools,
    profiles: await api['profiles.list']({}),
    status: await api['tools.status']({}),
    health: {},
    connections: [],
    recent: [],
    canUndo: false,
    language: 'en',
    ...change,
  }
}

const children = (item: MenuItemConstructorOptions | undefined) => (item?.submenu ?? []) as MenuItemConstructorOptions[]

function find(menu: readonly MenuItemConstructorOptions[], id: string): MenuItemConstructorOptions | undefined {
  return menu.flatMap((item) => [item, ...children(item)]).find((item) => item.id === id)
}

const click = (menu: readonly MenuItemConstructorOptions[], id: string): void => (find(menu, id)?.click as (() => void) | undefined)?.()

const checked = (item: MenuItemConstructorOptions | undefined) =>
  children(item)
    .filter((each) => each.checked)
    .map((each) => each.id)

describe('the tray menu', () => {
  it('says at the top what every tool uses', async () => {
    const menu = trayMenu(await stateOf('working'), actions())
    expect(menu.slice(0, 3).map((item) => item.label)).toEqual([
      'Claude Code: Northline',
      'Codex: Northline',
      'Gemini CLI: Official (no relay)',
    ])
  })

  it('marks the current profile of every tool', async () => {
    const menu = trayMenu(await stateOf('working'), actions())
    expect(menu.slice(0, 3).map(checked)).toEqual([['tool:claude:northline'], ['tool:codex:northline'], ['tool:gemini:official']])
  })

  it('offers a tool only the profiles that serve it, and always the official way', async () => {
    const gemini = children(trayMenu(await stateOf('working'), actions())[2]).map((item) => item.id)
    expect(gemini).toContain('tool:gemini:yunqiao')
    expect(gemini).toContain('tool:gemini:official')
    expect(gemini).not.toContain('tool:gemini:harbor')
  })

  it('switches one tool, or all that a profile serves', async () => {
    const done = actions()
    const menu = trayMenu(await stateOf('working'), done)
    click(menu, 'tool:codex:harbor')
    click(menu, 'all:yunqiao')
    expect(done.switchTo.mock.calls).toEqual([['harbor', 'codex'], ['yunqiao']])
  })

  it('opens, diagnoses, quits and undoes', async () => {
    const done = actions()
    const menu = trayMenu(await stateOf('working', { canUndo: true }), done)
    for (const id of ['open', 'diagnose', 'undo', 'quit']) click(menu, id)
    expect([done.open, done.diagnose, done.undo, done.quit].map((action) => action.mock.calls.length)).toEqual([1, 1, 1, 1])
  })

  it('offers undo only when there is something to undo', async () => {
    expect(find(trayMenu(await stateOf('working'), actions()), 'undo')?.enabled).toBe(false)
    expect(find(trayMenu(await stateOf('working', { canUndo: true }), actions()), 'undo')?.enabled).toBe(true)
  })

  it('says plainly when a tool is not as a profile says', async () => {
    const menu = trayMenu(await stateOf('trouble'), actions())
    expect(menu.slice(0, 3).map((item) => item.label)).toEqual([
      'Claude Code: Harbor (team key) (changed by hand)',
      'Codex: another relay',
      'Gemini CLI: file cannot be read',
    ])
    expect(checked(menu[1])).toEqual(['tool:codex'])
    expect(find(menu, 'tool:codex')?.enabled).toBe(false)
  })

  it('always has exactly one radio item on, or the system would turn on the first', async () => {
    for (const scenario of ['first-run', 'working', 'trouble', 'many'] as const) {
      for (const item of trayMenu(await stateOf(scenario), actions()).slice(0, 3)) expect(checked(item)).toHaveLength(1)
    }
  })

  it('shows a current profile that is beyond the first ten', async () => {
    const status: ToolStatus[] = [{ tool: 'claude', state: 'in-sync', profileId: 'p150', profileName: 'Relay 150', changes: [] }]
    const menu = trayMenu(await stateOf('many', { status }), actions())
    expect(children(menu[0])).toHaveLength(11)
    expect(checked(menu[0])).toEqual(['tool:claude'])
    expect(children(find(menu, 'all'))).toHaveLength(10)
  })

  it('shortens long names and keeps an ampersand an ampersand', async () => {
    const { profiles } = await stateOf('working')
    const renamed = profiles.map((profile) => ({ ...profile, name: `R&D ${'数'.repeat(60)}` }))
    const menu = trayMenu(await stateOf('working', { profiles: renamed }), actions())
    const label = find(menu, 'all:northline')?.label ?? ''
    expect(label.startsWith('R&&D 数')).toBe(true)
    expect([...label].length).toBeLessThanOrEqual(41)
  })

  it('shows how the last test of the current profile went, by a dot and in words', async () => {
    const health = { northline: { claude: 'fails', codex: 'warns' }, harbor: { gemini: 'works' } } as const
    const dot = vi.fn((of: string) => of as unknown as NativeImage)
    const menu = trayMenu(await stateOf('working', { health }), actions(), dot)
    expect(menu.slice(0, 3).map(({ label, icon }) => [label, icon])).toEqual([
      ['Claude Code: Northline – last test failed', 'fails'],
      ['Codex: Northline – last test warned', 'warns'],
      ['Gemini CLI: Official (no relay)', 'unknown'],
    ])
  })

  describe('a relay that does not speak the protocol of a tool', () => {
    const at = '2026-11-23T04:00:00.000Z'
    const found = (speaks: boolean, url?: string) => [
      {
        profileId: 'harbor',
        ...(url && { url }),
        protocols: { 'openai-responses': { speaks, at }, anthropic: { speaks: true, at } },
        tools: {},
      },
    ]
    const labelsOf = async (change: Partial<TrayState>) => {
      const menu = trayMenu(await stateOf('working', { recent: ['harbor'], ...change }), actions())
      return ['tool:claude:harbor', 'tool:codex:harbor', 'all:harbor', 'recent:harbor'].map((id) => find(menu, id)?.label)
    }
    const name = 'Harbor (team key)'

    it('is said in the item, before the click', async () => {
      const all = `${name} – does not speak the protocol of Codex`
      const tool = `${name} – this relay does not speak its protocol`
      expect(await labelsOf({ connections: found(false) })).toEqual([name, tool, all, all])
      expect((await labelsOf({ connections: found(false), language: 'zh' })).slice(1, 3)).toEqual([
        `${name} – 该中转不支持其协议`,
        `${name} – 不支持 Codex 的协议`,
      ])
    })
    it('is not said of one that speaks it, nor of another relay that the profile named before', async () => {
      for (const connections of [found(true), found(false, 'https://another.example')])
        expect(await labelsOf({ connections })).toEqual([name, name, name, name])
    })
    it('is not said for a tool that the profile does not serve', async () => {
      const { profiles } = await stateOf('working')
      const without = profiles.map((profile) => ({
        ...profile,
        tools: { ...profile.tools, codex: { ...profile.tools.codex, enabled: false } },
      }))
      expect((await labelsOf({ connections: found(false), profiles: without as unknown as TrayState['profiles'] }))[2]).toBe(name)
    })
  })

  it('offers what was used lately, but not what every tool uses already', async () => {
    const done = actions()
    const recent = ['harbor', 'gone', 'yunqiao', 'northline']
    const menu = trayMenu(await stateOf('working', { recent }), done)
    const ids = menu.map(({ id }) => id).filter((id) => id?.startsWith('recent:'))
    expect(ids).toEqual(['recent:harbor', 'recent:yunqiao', 'recent:northline'])
    expect(find(menu, 'recent')).toMatchObject({ enabled: false })
    click(menu, 'recent:harbor')
    expect(done.switchTo).toHaveBeenCalledWith('harbor')
    const status = ['claude', 'codex', 'gemini'].map((tool) => ({ tool, state: 'in-sync', profileId: 'harbor', changes: [] }) as const)
    expect(find(trayMenu(await stateOf('working', { recent: ['harbor'], status }), done), 'recent')).toBeUndefined()
  })

  it('puts what was used lately before the other nine', async () => {
    const menu = trayMenu(await stateOf('many', { recent: ['p150'] }), actions())
    expect(
      children(find(menu, 'all'))
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['all:official', 'all:p150'])
  })

  it('speaks Chinese too', async () => {
    const menu = trayMenu(await stateOf('trouble', { language: 'zh' }), actions())
    expect(menu[0]?.label).toBe('Claude Code: Harbor (team key) (被手动修改)')
    expect(['all', 'undo', 'open', 'quit'].map((id) => find(menu, id)?.label)).toEqual([
      '全部工具切换到',
      '撤销上次切换',
      '打开 Switchyard',
      '退出',
    ])
  })

  it('stands before anything is known', () => {
    const menu = trayMenu(
      { tools: [], profiles: [], status: [], health: {}, connections: [], recent: [], canUndo: false, language: 'en' },
      actions(),
    )
    expect(menu.filter((item) => item.type !== 'separator').map((item) => [item.id, item.enabled])).toEqual([
      ['all', false],
      ['diagnose', undefined],
      ['undo', false],
      ['open', undefined],
      ['quit', undefined],
    ])
  })
})
