import { lookup } from 'node:dns'
import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { connect as tlsConnect } from 'node:tls'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { labForTest, lookupFor, unknownHost } from '../support/lab'
import { ask, codeOf, modelsPath, say, tcp } from './client'

test('refused: connections are refused, and no one else is given the port', async () => {
  const place = await labForTest().refused()
  expect([await tcp(place.port, 2000), await tcp(place.port, 2000)]).toEqual(['ECONNREFUSED', 'ECONNREFUSED'])
  const squatter = createServer()
  squatter.listen(place.port, '127.0.0.1')
  expect(
    await once(squatter, 'listening').then(
      () => 'taken',
      (error) => error.code,
    ),
  ).toBe('EADDRINUSE')
})

test.skipIf(process.platform === 'win32')('black hole: TCP connect does not end', async () => {
  const place = await labForTest().blackHole()
  expect(await tcp(place.port, 400)).toBe('silence')
  expect(await tcp(place.port, 200)).toBe('silence')
  await place.close()
  expect(await tcp(place.port, 400)).toBe('ECONNREFUSED')
})

test('silent: connects at once, then neither HTTP nor TLS is answered', async () => {
  const place = await labForTest().silent()
  expect(await tcp(place.port, 400)).toBe('connect')
  expect(await say(place.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 300)).toEqual({ said: '', end: 'silence' })
  const socket = tlsConnect({ port: place.port, host: '127.0.0.1' })
  const timer = setTimeout(() => socket.destroy(new Error('no handshake')), 300)
  await expect(once(socket, 'secureConnect')).rejects.toThrow('no handshake')
  clearTimeout(timer)
  expect(place.connections()).toBe(3)
})

test.each([
  ['accept', 'reset', 'ECONNRESET'],
  ['first-bytes', 'reset', 'ECONNRESET'],
  ['accept', 'fin', 'fin'],
  ['first-bytes', 'fin', 'fin'],
] as const)('dropping at %s by %s ends with %s', async (at, how, end) => {
  const place = await labForTest().dropping({ at, how })
  const socket = connect(place.port, '127.0.0.1')
  const ended = new Promise((resolve) => {
    socket.once('end', () => resolve('fin'))
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
  })
  socket.resume()
  if (at === 'first-bytes') {
    await once(socket, 'connect')
    expect(await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 100, 'open'))])).toBe('open')
    socket.write('x')
  }
  expect(await ended).toBe(end)
  socket.destroy()
})

test('far: a healthy relay, later by the delay of every turn', async () => {
  const lab = labForTest()
  const relay = await lab.tlsRelay('good')
  const place = await lab.far(relay.port, 60)
  const start = performance.now()
  const answer = await ask(`https://127.0.0.1:${place.port}${modelsPath}`, { ca: lab.caPem() })
  expect(answer.status).toBe(200)
  expect(performance.now() - start).toBeGreaterThan(115)
})

test('a relay listens on IPv4 only, or on IPv6 only', async () => {
  const lab = labForTest()
  const four = await lab.relay()
  const six = await lab.relay({ host: '::1' })
  expect(six.url).toBe(`http://[::1]:${six.port}`)
  expect(await tcp(four.port, 1000, '::1')).toBe('ECONNREFUSED')
  expect(await tcp(six.port, 1000)).toBe('ECONNREFUSED')
  expect((await ask(six.url + modelsPath)).status).toBe(200)
})

test('https to a plain relay and http to a TLS relay fail as mixed-up schemes do', async () => {
  const lab = labForTest()
  const plain = await lab.relay()
  const secure = await lab.tlsRelay('good')
  expect(await codeOf(ask(`https://127.0.0.1:${plain.port}/`))).toBe('EPROTO')
  expect(await codeOf(ask(`http://127.0.0.1:${secure.port}/`))).toBe('ECONNRESET')
})

test('names: the unknown one is unknown, the table is all that its resolver knows', async () => {
  expect(['ENOTFOUND', 'EAI_AGAIN']).toContain(await codeOf(promisify(lookup)(unknownHost)))
  const relay = await labForTest().relay()
  const resolver = lookupFor({ 'relay.test': ['::1', '127.0.0.1'], 'six.test': ['::1'] }, 80)
  const start = performance.now()
  const answer = await ask(`http://relay.test:${relay.port}${modelsPath}`, { lookup: resolver, family: 4 })
  expect(answer.status).toBe(200)
  expect(performance.now() - start).toBeGreaterThan(75)
  expect(await codeOf(ask(`http://six.test:${relay.port}/`, { lookup: resolver, family: 4 }))).toBe('ENOTFOUND')
  expect(await codeOf(ask(`http://other.test:${relay.port}/`, { lookup: resolver }))).toBe('ENOTFOUND')
  const all = await new Promise((resolve) => resolver('relay.test', { all: true }, (_error, found) => resolve(found)))
  expect(all).toEqual([
    { address: '::1', family: 6 },
    { address: '127.0.0.1', family: 4 },
  ])
})
