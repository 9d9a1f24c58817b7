import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../shared/transport'
import { labForTest } from '../support/lab/index'
import { KEY_A, relayInput } from '../support/relay-input'
import { tempHome } from '../support/temp-home'

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  )

describe('a folder for a tool', () => {
  it('is where the tool is read and written, in every shell, and its command is told', async () => {
    const home = tempHome({ CODEX_HOME: '/nowhere' })
    const { api } = home.core
    await api['settings.set']({ toolFolders: { codex: home.path('elsewhere/codex') } })
    const { id } = await api['profiles.add']({ profile: relayInput('Alpha', KEY_A) })
    await api['switch.apply']({ profileId: id })
    expect(home.read('elsewhere/codex/config.toml')).toContain('https://alpha.example/v1')
    expect(home.read('.claude/settings.json')).toContain('https://alpha.example')
    const other = home.another()
    const status = await other.api['tools.status']({})
    expect(status.find(({ tool }) => tool === 'codex')?.state).toBe('in-sync')
    const files = (await other.api['tools.list']({})).find(({ descriptor }) => descriptor.id === 'codex')?.files
    expect(files?.every(({ path }) => path.startsWith(home.path('elsewhere/codex')))).toBe(true)
    const launch = await other.launch(id, ['sh'])
    expect(launch.env.CODEX_HOME).toBe(home.path('elsewhere/codex'))
    launch.cleanup()
  })
  it('goes by the environment again when it is emptied', async () => {
    const home = tempHome()
    const { api } = home.core
    await api['settings.set']({ toolFolders: { claude: home.path('a') } })
    await api['settings.set']({ toolFolders: { claude: '' } })
    const claude = (await api['tools.list']({}))[0]
    expect(claude?.files[0]?.path).toBe(home.path('.claude/settings.json'))
  })
  it('must be absolute, a folder, writable, and of a tool that can be moved; else nothing changes', async () => {
    const home = tempHome()
    home.write('file', 'x')
    const set = (toolFolders: Record<string, string>) => codeOf(home.core.api['settings.set']({ toolFolders }))
    expect(await set({ claude: 'relative/path' })).toBe('folder-relative')
    expect(await set({ claude: home.path('file/below') })).toBe('folder-is-file')
    expect(await set({ emacs: home.path('x') })).toBe('unknown-tool')
    expect((await home.core.api['settings.get']({})).toolFolders).toEqual({})
  })
})

describe('the way of our own tests', () => {
  it('refuses what could not work, with the cure', async () => {
    const home = tempHome()
    home.write('not.pem', 'hello')
    const { api } = home.core
    expect(await codeOf(api['settings.set']({ proxy: '127.0.0.1:7890' }))).toBe('proxy-url')
    expect(await codeOf(api['settings.set']({ proxy: 'ftp://127.0.0.1' }))).toBe('proxy-url')
    expect(await codeOf(api['settings.set']({ proxy: 'http://me:secret@127.0.0.1:1' }))).toBe('proxy-login')
    expect(await codeOf(api['settings.set']({ caFile: home.path('not.pem') }))).toBe('ca-file')
    expect(await codeOf(api['settings.set']({ caFile: home.path('missing.pem') }))).toBe('ca-file')
    expect(await codeOf(api['settings.set']({ proxy: 'socks5h://127.0.0.1:1080' }))).toBe('accepted')
  })

  const outcomeOf = async (home: ReturnType<typeof tempHome>, id: string) => {
    const report = await home.core.api['connection.test']({ profileIds: [id], tools: ['codex'], free: true })
    return report.profiles[0]?.tools[0]
  }

  it('goes through the proxy of the settings, or past that of the environment', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const proxy = await lab.httpProxy()
    const dead = (await lab.refused()).url
    const home = tempHome({ http_proxy: dead, HTTP_PROXY: dead })
    const { api } = home.core
    const { id } = await api['profiles.add']({ profile: { ...relayInput('Alpha', KEY_A), relay: { url: relay.url, key: KEY_A } } })
    expect((await outcomeOf(home, id))?.verdict.code).toBe('proxy-dead')
    await api['settings.set']({ proxy: 'direct' })
    expect((await outcomeOf(home, id))?.route?.kind).toBe('direct')
    await api['settings.set']({ proxy: proxy.url })
    expect((await outcomeOf(home, id))?.route).toMatchObject({ kind: 'http-proxy', proxy: `127.0.0.1:${proxy.port}` })
    expect(proxy.seen.length).toBeGreaterThan(0)
  })

  it('trusts the certificates of the file, whatever the tool', async () => {
    const lab = labForTest()
    const relay = await lab.tlsRelay('good')
    const home = tempHome()
    const { api } = home.core
    const { id } = await api['profiles.add']({ profile: { ...relayInput('Alpha', KEY_A), relay: { url: relay.url, key: KEY_A } } })
    expect((await outcomeOf(home, id))?.verdict.layer).toBe('tls')
    await api['settings.set']({ caFile: lab.caFile() })
    const report = await outcomeOf(home, id)
    expect(report?.steps.find((step) => step.id === 'tls')?.state).toBe('ok')
  })
})
