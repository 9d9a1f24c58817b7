import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EventName } from '../../shared/events'
import { text } from '../../shared/model/text'
import { ProblemError, type Reply, type Transport } from '../../shared/transport'
import { createFakeCore, type FakeCore } from './fake-core'

/** A way from a user interface to a core, opened for one test. */
export interface OpenTransport {
  readonly transport: Transport
  close(): Promise<void>
}

const refusal = {
  code: 'file-syntax',
  kind: 'refused',
  message: text('Line 3 is not valid.', '第 3 行无效。'),
  file: '/home/me/.codex/config.toml',
  line: 3,
} as const

/** Values that a careless transport would change on the way. */
const awkward = { empty: {}, list: [null, 0, '', false], text: 'é 中文 \u0000 \u2028 "', key: { 'with.dot': 1 } }

/** Every transport gives the same answers, the same errors and the same events. */
export function transportSuite(name: string, open: (core: FakeCore) => Promise<OpenTransport>): void {
  describe(`${name} carries calls and events`, () => {
    let core: FakeCore
    let opened: OpenTransport

    beforeEach(async () => {
      core = createFakeCore()
      opened = await open(core)
    })
    afterEach(() => opened.close())

    const call = (method: unknown, input: unknown): Promise<Reply> => opened.transport.call(method as 'host.info', input)

    it('gives back what the core answers', async () => {
      core.answers['settings.get'] = () => awkward
      expect(await call('settings.get', {})).toEqual({ ok: true, value: awkward })
    })

    it('hands the input to the core as it is', async () => {
      await call('profiles.derive', { url: ' https://é.example/中文?a=1 ', overrides: { codex: 'x' } })
      expect(core.calls).toEqual([{ method: 'profiles.derive', input: { url: ' https://é.example/中文?a=1 ', overrides: { codex: 'x' } } }])
    })

    it('gives back null where a method has no answer', async () => {
      core.answers['profiles.remove'] = () => null
      expect(await call('profiles.remove', { id: 'a' })).toEqual({ ok: true, value: null })
    })

    it('gives back the problem of a refusal whole', async () => {
      core.answers['switch.apply'] = () => {
        throw new ProblemError(refusal)
      }
      expect(await call('switch.apply', { profileId: 'a' })).toEqual({ ok: false, error: refusal })
    })

    it('turns an unexpected throw into an internal problem without its words', async () => {
      core.answers['tools.status'] = () => {
        throw Object.assign(new TypeError('cannot read sk-secret-1234'), { code: 'EACCES' })
      }
      const reply = await call('tools.status', {})
      expect(reply).toMatchObject({ ok: false, error: { code: 'internal', kind: 'internal' } })
      expect(JSON.stringify(reply)).not.toContain('sk-secret')
      expect(JSON.stringify(reply)).toContain('EACCES')
    })

    it.each(['nope', 'profiles', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 7, null, ['host.info'], {}])(
      'refuses %j as a method',
      async (method) => {
        expect(await call(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method', kind: 'usage' } })
        expect(core.calls).toEqual([])
      },
    )

    it.each([
      ['a missing field', 'profiles.reveal', {}, 'id'],
      ['a field of the wrong type', 'profiles.reveal', { id: 7 }, 'id'],
      ['a field that does not exist', 'profiles.reveal', { id: 'a', admin: true }, 'admin'],
      ['a nested fault', 'switch.apply', { profileId: 'a', tools: ['codex', 5] }, 'tools.1'],
      ['a number out of range', 'history.list', { limit: 100_000 }, 'limit'],
      ['an unknown choice', 'env.render', { profileId: 'a', shell: 'tcsh' }, 'shell'],
      ['the name __proto__', 'profiles.derive', { url: 'x', overrides: JSON.parse('{"__proto__": "y"}') }, 'overrides.__proto__'],
      ['the name constructor', 'profiles.derive', { url: 'x', overrides: { constructor: 'y' } }, 'overrides.constructor'],
    ])('refuses %s and names the field', async (_, method, input, field) => {
      const reply = await call(method, input)
      expect(reply).toMatchObject({ ok: false, error: { code: 'invalid-input', kind: 'usage' } })
      expect(!reply.ok && reply.error.message.en).toContain(`"${field}"`)
      expect(core.calls).toEqual([])
    })

    it.each([
      ['nothing', undefined],
      ['null', null],
      ['text', 'x'],
      ['a list', []],
    ])('refuses %s as input', async (_, input) => {
      expect(await call('host.info', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    })

    it('never tells the value that was refused', async () => {
      const reply = await call('profiles.reveal', { id: ['sk-secret-1234'] })
      expect(JSON.stringify(reply)).not.toContain('sk-secret')
    })

    it('carries every event to every listener until it stops listening', async () => {
      const seen: [string, EventName, unknown][] = []
      const stopFirst = opened.transport.subscribe((event, payload) => seen.push(['first', event, payload]))
      const stopSecond = opened.transport.subscribe((event, payload) => seen.push(['second', event, payload]))
      await core.listeners(1)
      core.emit('history-changed', { newest: 'h1' })
      await expect.poll(() => seen.length).toBe(2)
      stopFirst()
      core.emit('show-screen', { screen: 'history' })
      await expect.poll(() => seen.length).toBe(3)
      stopSecond()
      expect(seen).toEqual(
        expect.arrayContaining([
          ['first', 'history-changed', { newest: 'h1' }],
          ['second', 'history-changed', { newest: 'h1' }],
          ['second', 'show-screen', { screen: 'history' }],
        ]),
      )
    })
  })
}
