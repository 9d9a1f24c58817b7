import { expect, it } from 'vitest'
import { plainMethods, redactedApi, redactedEvent } from '../../../electron/core/redact/boundary'
import { createRedactor } from '../../../electron/core/redact/redactor'
import { type Api, contract, type MethodName } from '../../../shared/contract'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { relayInput } from '../../support/relay-input'
import { tempHome } from '../../support/temp-home'

const KEY = 'hunter2-hunter2'
const methods = Object.keys(contract) as MethodName[]
const call = (api: Api, method: MethodName, input: object = {}) => (api[method] as (input: object) => Promise<unknown>)(input)

function apiThat(answer: () => Promise<unknown>): Api {
  const redactor = createRedactor()
  redactor.learn([KEY])
  return redactedApi(Object.fromEntries(methods.map((name) => [name, answer])) as unknown as Api, redactor)
}

it.each(methods)('%s answers without a key, or has it as its purpose', async (method) => {
  const api = apiThat(async () => ({ nested: [{ text: `it is ${KEY}` }] }))
  const plain = plainMethods[method]
  expect(JSON.stringify(await call(api, method, { reveal: false })).includes(KEY)).toBe(plain?.({ reveal: false }) ?? false)
  expect(JSON.stringify(await call(api, method, { reveal: true })).includes(KEY)).toBe(plain?.({ reveal: true }) ?? false)
})

it.each(methods)('%s fails without a key in its words', async (method) => {
  const problem = new ProblemError({ code: 'x', kind: 'refused', message: text(`a ${KEY}`, `b ${KEY}`), file: `/home/${KEY}` })
  const refused: unknown = await call(
    apiThat(() => Promise.reject(problem)),
    method,
  ).catch((error: unknown) => error)
  expect(JSON.stringify((refused as ProblemError).problem)).not.toContain(KEY)
  const broken: unknown = await call(
    apiThat(() => Promise.reject(new Error(KEY))),
    method,
  ).catch((error: unknown) => error)
  expect((broken as Error).stack).not.toContain(KEY)
})

it('an event is heard without a key', () => {
  const redactor = createRedactor()
  redactor.learn([KEY])
  const problem = { code: 'x', kind: 'refused', message: text(KEY, KEY) } as const
  expect(JSON.stringify(redactedEvent('problem', problem, redactor))).not.toContain(KEY)
})

it('a core takes out of a profile’s notes the key that it has sealed, and leaves what is written to a tool', async () => {
  const { core } = tempHome()
  const heard: string[] = []
  core.subscribe((_name, payload) => heard.push(JSON.stringify(payload)))
  const input = relayInput('Alpha', KEY)
  const claude = { ...input.tools.claude, enabled: true, models: {}, options: {}, extra: { MY_OWN: KEY } }
  const { id } = await core.api['profiles.add']({
    profile: { ...input, relay: { ...input.relay, notes: `my key is ${KEY}` }, tools: { ...input.tools, claude } },
  })
  const view = (await core.api['profiles.list']({})).find((profile) => profile.id === id)
  expect(view?.relay.notes).toBe('my key is …ter2')
  expect(view?.tools.claude?.extra).toEqual({ MY_OWN: KEY })
  expect(heard.join('')).not.toContain(`is ${KEY}`)
})

it('a link is offered without what may be its key, and is recognised whole', async () => {
  const { core } = tempHome()
  const link = `ccswitch://v1/import?resource=provider&app=claude&name=Relay&endpoint=https%3A%2F%2Frelay.example&apiKey=${KEY}&config=${btoa(`{"env":{"A":"${KEY}"}}`)}`
  const shown = core.offer(link)
  expect(shown).toBe('ccswitch://v1/import?resource=provider&app=claude&name=Relay&endpoint=https%3A%2F%2Frelay.example&apiKey=…&config=…')
  const found = await core.api['paste.recognise']({ text: shown })
  expect(found).toMatchObject({ link: true, url: 'https://relay.example', keyMasked: '…ter2', problems: [] })
  expect(JSON.stringify(found)).not.toContain(KEY)
  for (const name of ['a', 'b', 'c', 'd']) core.offer(`switchyard://v1/import?name=${name}&key=${KEY}`)
  expect((await core.api['paste.recognise']({ text: shown })).problems).toHaveLength(1)
})
