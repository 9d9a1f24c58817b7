import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSystemProxy } from '../../../electron/core/connection/system-proxy/gather'
import { parseGnome } from '../../../electron/core/connection/system-proxy/gnome'
import { parseKde } from '../../../electron/core/connection/system-proxy/kde'
import { parseScutil } from '../../../electron/core/connection/system-proxy/macos'
import { type SystemProxy, systemRoute, systemUse } from '../../../electron/core/connection/system-proxy/system-proxy'
import { parseWindows } from '../../../electron/core/connection/system-proxy/windows'
import { labForTest } from '../../support/lab/index'
import { probe, statesOf } from './probing'

const gnome = (mode: string) => `org.gnome.system.proxy autoconfig-url 'http://wpad.test/proxy.pac'
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
org.gnome.system.proxy mode '${mode}'
org.gnome.system.proxy use-same-proxy true
org.gnome.system.proxy.ftp host ''
org.gnome.system.proxy.ftp port 0
org.gnome.system.proxy.http authentication-password ''
org.gnome.system.proxy.http host '10.0.0.9'
org.gnome.system.proxy.http port 7890
org.gnome.system.proxy.https host '10.0.0.9'
org.gnome.system.proxy.https port 7890
org.gnome.system.proxy.socks host ''
org.gnome.system.proxy.socks port 0
`

describe('the proxy that the system is set to', () => {
  it('is read from GNOME', () => {
    expect(parseGnome(gnome('manual'))).toEqual({
      source: 'gnome',
      http: 'http://10.0.0.9:7890',
      https: 'http://10.0.0.9:7890',
      socks: undefined,
      bypass: ['localhost', '127.0.0.0/8', '::1'],
    })
    expect(parseGnome(gnome('auto'))).toMatchObject({ script: 'http://wpad.test/proxy.pac' })
    for (const none of [gnome('none'), '', 'No such schema']) expect(parseGnome(none)).toBeUndefined()
  })

  it('is read from KDE, in both spellings', () => {
    const file = (type: number) =>
      `$Version=update\n\n[Proxy Settings]\nNoProxyFor=localhost, .corp.test\nProxy Config Script=file:///p.pac\nProxyType=${type}\nhttpProxy=http://127.0.0.1 7890\nhttpsProxy=http://127.0.0.1:7890\nsocksProxy=socks://127.0.0.1 7891\n[Other]\nProxyType=0\n`
    expect(parseKde(file(1))).toEqual({
      source: 'kde',
      http: 'http://127.0.0.1:7890',
      https: 'http://127.0.0.1:7890',
      socks: 'socks5://127.0.0.1:7891',
      bypass: ['localhost', '.corp.test'],
    })
    expect(parseKde(file(2))).toMatchObject({ script: 'file:///p.pac' })
    expect(parseKde(file(3))).toMatchObject({ script: 'WPAD' })
    for (const none of [file(0), file(4), '', '[Proxy Settings]']) expect(parseKde(none)).toBeUndefined()
  })

  it('is read from macOS', () => {
    const listing = `<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  FTPPassive : 1
  HTTPEnable : 0
  HTTPPort : 1
  HTTPProxy : old.test
  HTTPSEnable : 1
  HTTPSPort : 6152
  HTTPSProxy : 127.0.0.1
  SOCKSEnable : 1
  SOCKSPort : 6153
  SOCKSProxy : ::1
}
`
    expect(parseScutil(listing)).toEqual({
      source: 'macos',
      http: undefined,
      https: 'http://127.0.0.1:6152',
      socks: 'socks5://[::1]:6153',
      bypass: ['*.local', '169.254/16'],
    })
    expect(parseScutil('<dictionary> {\n  ProxyAutoConfigEnable : 1\n  ProxyAutoConfigURLString : http://x.test/p.pac\n}\n')).toMatchObject(
      {
        script: 'http://x.test/p.pac',
      },
    )
    for (const none of ['', '<dictionary> {\n  HTTPEnable : 0\n}\n']) expect(parseScutil(none)).toBeUndefined()
  })

  it('is read from Windows, one for all or one per scheme', () => {
    const listing = (enabled: number, server: string, more = '') =>
      `\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\r\n    User Agent    REG_SZ    Mozilla\r\n    ProxyEnable    REG_DWORD    0x${enabled}\r\n    ProxyServer    REG_SZ    ${server}\r\n    ProxyOverride    REG_SZ    10.*;<local>\r\n${more}`
    expect(parseWindows(listing(1, '127.0.0.1:7890'))).toMatchObject({
      source: 'windows',
      http: 'http://127.0.0.1:7890',
      https: 'http://127.0.0.1:7890',
      bypass: ['10.*', '<local>'],
    })
    expect(parseWindows(listing(1, 'http=a.test:1;https=b.test:2;socks=c.test:3'))).toMatchObject({
      http: 'http://a.test:1',
      https: 'http://b.test:2',
      socks: 'socks5://c.test:3',
    })
    expect(parseWindows(listing(0, '127.0.0.1:7890', '    AutoConfigURL    REG_SZ    http://x.test/p.pac\r\n'))).toMatchObject({
      script: 'http://x.test/p.pac',
    })
    for (const none of ['', listing(0, '127.0.0.1:7890')]) expect(parseWindows(none)).toBeUndefined()
  })

  it.each([
    ['https://127.0.0.1:99', ['127.0.0.0/8'], true],
    ['https://169.254.3.4', ['169.254/16'], true],
    ['https://128.0.0.1', ['127.0.0.0/8'], false],
    ['https://box', ['<local>'], true],
    ['https://box.test', ['<local>'], false],
    ['https://a.corp.test', ['*.corp.test'], true],
    ['https://a.corp.test', ['.corp.test'], true],
    ['https://corp.test', ['corp.test'], true],
    ['https://notcorp.test', ['corp.test'], false],
    ['https://10.1.2.3', ['10.*'], true],
    ['https://[::1]', ['::1'], true],
    ['https://relay.test', [], false],
  ] as const)('leaves %s out with %j: %s', (url, bypass, out) => {
    const route = systemRoute(new URL(url), { source: 'gnome', https: 'http://p.test:1', bypass })
    expect(route?.kind).toBe(out ? 'direct' : 'http-proxy')
  })

  it('is not waited for longer than a second', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'system-proxy-'))
    onTestFinished(() => rmSync(home, { recursive: true, force: true }))
    const program = (text: string) => {
      writeFileSync(path.join(home, 'gsettings'), `#!/bin/sh\n${text}\n`)
      chmodSync(path.join(home, 'gsettings'), 0o755)
    }
    const place = { platform: 'linux' as const, home, env: { PATH: `${home}:/usr/bin:/bin`, XDG_RUNTIME_DIR: home } }
    expect(await readSystemProxy({ ...place, env: { ...place.env, PATH: '' } })).toBeUndefined()
    program(`cat <<'END'\n${gnome('manual')}END`)
    expect(await readSystemProxy(place)).toMatchObject({ source: 'gnome', https: 'http://10.0.0.9:7890' })
    // Outside of a session gsettings would leave a file in the home folder.
    expect(await readSystemProxy({ ...place, env: { PATH: place.env.PATH } })).toBeUndefined()
    program('exec sleep 30')
    const start = Date.now()
    expect(await readSystemProxy(place)).toBeUndefined()
    expect(Date.now() - start).toBeLessThan(10_000)
    mkdirSync(path.join(home, '.config'))
    writeFileSync(path.join(home, '.config/kioslaverc'), '[Proxy Settings]\nProxyType=1\nhttpsProxy=http://127.0.0.1 7890\n')
    expect(await readSystemProxy({ ...place, env: { ...place.env, XDG_CURRENT_DESKTOP: 'KDE' } })).toMatchObject({ source: 'kde' })
  })
})

describe('a test beside the system’s proxy', () => {
  const system = (http: string): SystemProxy => ({ source: 'gnome', http, https: http, bypass: [] })

  it('says who uses which, and compares the tool’s proxy, no proxy and the system’s', async () => {
    const lab = labForTest()
    const relay = await lab.relay()
    const [own, other] = [await lab.httpProxy(), await lab.httpProxy()]
    const report = await probe(relay.url, { depth: 'deep', env: { http_proxy: own.url }, systemProxy: system(other.url) })
    expect(report).toMatchObject({
      verdict: { outcome: 'works' },
      route: { variable: 'http_proxy' },
      systemProxy: { source: 'gnome', proxy: `127.0.0.1:${other.port}` },
    })
    expect(report.compare?.map(({ way, timings }) => [way, timings !== undefined])).toEqual([
      ['proxy', true],
      ['direct', true],
      ['system', true],
    ])
    expect(other.seen).toHaveLength(1)
  })

  it('does not follow it, as the tools do not, and says so at the step', async () => {
    const lab = labForTest()
    const other = await lab.httpProxy()
    const report = await probe((await lab.relay()).url, { systemProxy: system(other.url) })
    expect([report.verdict.outcome, statesOf(report).proxy, other.seen]).toEqual(['works', 'skipped', []])
    expect(report.steps.find(({ id }) => id === 'proxy')?.detail.en).toContain(`127.0.0.1:${other.port}`)
  })

  it('that fails where the system’s proxy gets through names the variable that is enough', async () => {
    const lab = labForTest()
    const other = await lab.httpProxy({ hosts: { 'relay.test': '127.0.0.1' } })
    const relay = await lab.relay()
    const report = await probe(`http://relay.test:${relay.port}`, {
      lookup: (_host, _options, done) => done(Object.assign(new Error('none'), { code: 'ENOTFOUND' }), '', 4),
      systemProxy: system(other.url),
    })
    expect(report.verdict).toMatchObject({ outcome: 'fails', layer: 'dns' })
    expect(report.verdict.cure.en).toContain(`HTTP_PROXY=${other.url}`)
    expect(report.compare?.map(({ way, timings }) => [way, timings !== undefined])).toEqual([
      ['direct', false],
      ['system', true],
    ])
  })

  it('names a script that it cannot run', () => {
    expect(systemUse(new URL('https://x.test'), { source: 'macos', script: 'WPAD', bypass: [] })).toEqual({
      source: 'macos',
      script: 'WPAD',
    })
  })
})
