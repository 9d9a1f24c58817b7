import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { CONTENT_SECURITY_POLICY } from '../../electron/core/page-headers'
import { assetPath, serveAsset } from '../../electron/main/app-protocol'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

const folder = mkdtempSync(join(tmpdir(), 'switchyard-protocol-'))
const root = join(folder, 'renderer')
const get = (url: string, method = 'GET') => serveAsset(root, { method, url })

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true })
  writeFileSync(join(root, 'index.html'), '<h1>Switchyard</h1>')
  writeFileSync(join(root, 'assets', 'app.js'), 'run()')
  writeFileSync(join(root, 'notes.secretext'), 'not for pages')
  writeFileSync(join(folder, 'outside.html'), 'outside')
  mkdirSync(join(folder, 'renderer-twin'))
  writeFileSync(join(folder, 'renderer-twin', 'index.html'), 'twin')
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('the app protocol', () => {
  it('serves the page and its parts with their types', async () => {
    const page = await get('app://switchyard/')
    expect([page.statusCode, page.headers['Content-Type'], page.data.toString()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<h1>Switchyard</h1>',
    ])
    const script = await get('app://switchyard/assets/app.js?v=1#top')
    expect([script.statusCode, script.headers['Content-Type']]).toEqual([200, 'text/javascript; charset=utf-8'])
  })

  it('sends the security headers with every answer, also with a refusal', async () => {
    for (const response of [
      await get('app://switchyard/'),
      await get('app://switchyard/nothing.js'),
      await get('app://switchyard/', 'POST'),
    ]) {
      expect(response.headers['Content-Security-Policy']).toBe(CONTENT_SECURITY_POLICY)
      expect(response.headers['X-Content-Type-Options']).toBe('nosniff')
    }
  })

  it('allows no inline script, no eval and no other host', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
  })

  it.each([
    'app://switchyard/../outside.html',
    'app://switchyard/%2e%2e/outside.html',
    'app://switchyard/..%2foutside.html',
    'app://switchyard/assets/..%2f..%2foutside.html',
    'app://switchyard/..%5coutside.html',
    'app://switchyard/..\\outside.html',
    'app://switchyard/..%2frenderer-twin%2findex.html',
    'app://switchyard/C:%5coutside.html',
    'app://switchyard//etc/passwd.html',
    'app://switchyard/%00index.html',
    'app://switchyard/%E0%A4%A',
    'app://elsewhere/index.html',
    'app://switchyard:80/index.html',
    'file:///etc/passwd',
    'no url',
  ])('does not serve %s', async (url) => {
    const path = assetPath(root, url)
    if (path !== null) expect(path.startsWith(`${resolve(root)}/`)).toBe(true)
    const response = await get(url)
    expect([response.statusCode, response.data.toString()]).toEqual([404, ''])
  })

  it('serves no folder, no unknown kind of file and nothing that is not there', async () => {
    expect((await get('app://switchyard/assets')).statusCode).toBe(404)
    expect((await get('app://switchyard/assets/')).statusCode).toBe(404)
    expect((await get('app://switchyard/notes.secretext')).statusCode).toBe(404)
    expect((await get('app://switchyard/index.html/x.js')).statusCode).toBe(404)
    expect((await get(`app://switchyard/${'a'.repeat(3000)}.js`)).statusCode).toBe(404)
  })

  it('takes GET and HEAD only', async () => {
    expect((await get('app://switchyard/', 'HEAD')).statusCode).toBe(200)
    expect((await get('app://switchyard/', 'POST')).statusCode).toBe(405)
  })
})
