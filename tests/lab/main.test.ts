import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { startLab } from '../support/lab'
import { ask, codeOf, modelsPath, tcp } from './client'

test('runs by hand, prints every place, and takes everything along when it ends', async () => {
  const main = fileURLToPath(new URL('../support/lab/main.ts', import.meta.url))
  const args = ['--import', 'tsx', main, '--json', '--key', 'sk-hand', '--trouble', 'waf-baota']
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const left = once(child, 'exit')
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const places: Readonly<Record<string, string>> = JSON.parse(line)
    expect(places).toMatchObject({ 'tls expired': expect.stringMatching(/^https:/), 'socks proxy': expect.stringMatching(/^socks5:/) })
    const answer = await ask(places.relay + modelsPath, { headers: { authorization: 'Bearer sk-hand' } })
    expect(answer.body.toString()).toContain('宝塔')
    expect(existsSync(places['CA file'] ?? '')).toBe(true)
    child.kill()
    expect(await left).toEqual([0, null])
    expect(existsSync(places['CA file'] ?? '')).toBe(false)
  } finally {
    child.kill()
    await left
  }
})

test('closing ends everything at once, even what hangs, and may be repeated', async () => {
  const lab = startLab()
  const relay = await lab.relay()
  relay.setFault({ kind: 'hang-before-headers' })
  const proxy = await lab.httpProxy({ fault: 'hangs' })
  const silent = await lab.silent()
  const hanging = [ask(relay.url + modelsPath), ask(proxy.url), ask(silent.url)].map(codeOf)
  await expect.poll(() => [relay.requests.length, silent.connections()]).toEqual([1, 1])
  const start = performance.now()
  await lab.close()
  await lab.close()
  expect(await Promise.all(hanging)).toEqual(['ECONNRESET', expect.any(String), 'ECONNRESET'])
  expect(performance.now() - start).toBeLessThan(1000)
  expect(await tcp(relay.port, 1000)).toBe('ECONNREFUSED')
})
