import type { Input, MethodName } from '../../shared/contract'
import type { Recognised } from '../../shared/model/paste'
import type { ProfileView } from '../../shared/model/profile'
import type { SwitchPlan } from '../../shared/model/switch'
import type { Exported, Inspection, TransferList } from '../../shared/model/transfer'
import type { Reply } from '../../shared/transport'
import { relayInput } from '../support/relay-input'
import type { TempHome } from '../support/temp-home'
import { KEY } from './spellings'

/** Calls a method as a user interface does, and keeps the answer to be searched. */
export type Ask = <M extends MethodName>(method: M, input: Input<M>) => Promise<Reply>

export interface Ground {
  readonly home: TempHome
  readonly relay: string
}

const input = (name: string, relay: string) => {
  const made = relayInput(name, KEY, relay)
  return { ...made, relay: { ...made.relay, endpoints: [`${relay}/other`] } }
}
const answerOf = <T>(reply: Reply): T => {
  if (!reply.ok) throw new Error(reply.error.message.en)
  return reply.value as T
}
const idOf = async (ask: Ask, name: string): Promise<string> =>
  answerOf<readonly { readonly id: string; readonly name: string }[]>(await ask('profiles.list', {})).find((each) => each.name === name)
    ?.id ?? ''
const keyOf = async (ask: Ask, name: string, label: string) => {
  const profile = answerOf<readonly ProfileView[]>(await ask('profiles.list', {})).find((each) => each.name === name)
  return { profileId: profile?.id ?? '', keyId: profile?.relay.keys?.find((each) => each.label === label)?.id ?? '' }
}
const inspected = async (ask: Ask, text: string, passphrase?: string): Promise<TransferList> => {
  const found = answerOf<Inspection>(await ask('transfer.inspect', { text, passphrase }))
  if (found.sealed) throw new Error('the passphrase did not open the export')
  return found
}
const draftOf = async (ask: Ask, text: string) => answerOf<Recognised>(await ask('paste.recognise', { text })).draft

/** What each method is asked, in this order, with the key in every place where a user may have it. Every method of the contract has its case. */
export const methodCases: { readonly [M in MethodName]: (ask: Ask, ground: Ground) => Promise<unknown> } = {
  'host.info': (ask) => ask('host.info', {}),
  'tools.list': (ask) => ask('tools.list', {}),
  'profiles.add': async (ask, { relay }) => {
    await ask('profiles.add', { profile: input('Alpha', relay) })
    await ask('profiles.add', { profile: input('Beta', relay) })
    await ask('profiles.add', { profile: input('Alpha', relay) })
    await ask('profiles.add', { profile: { ...input('Bad', KEY), relay: { url: KEY, key: `${KEY} ${KEY}` } } })
  },
  'profiles.list': (ask) => ask('profiles.list', {}),
  'profiles.derive': (ask) => ask('profiles.derive', { url: `https://user:${KEY}@relay.example/v1?key=${KEY}` }),
  'profiles.edit': async (ask, { relay }) => {
    const id = await idOf(ask, 'Beta')
    await ask('profiles.edit', { id, profile: { ...input('Gamma', relay), relay: { url: relay } } })
    await ask('profiles.edit', { id: 'none', profile: input('Gamma', relay) })
  },
  'profiles.duplicate': async (ask) => ask('profiles.duplicate', { id: await idOf(ask, 'Alpha'), name: 'Copy' }),
  'profiles.reorder': async (ask) => ask('profiles.reorder', { ids: [await idOf(ask, 'Copy')] }),
  'profiles.reveal': async (ask) => ask('profiles.reveal', { id: await idOf(ask, 'Alpha') }),
  'keys.add': async (ask) => ask('keys.add', { profileId: await idOf(ask, 'Copy'), key: `second-${KEY}`, label: 'second' }),
  'keys.edit': async (ask) => ask('keys.edit', { ...(await keyOf(ask, 'Copy', 'second')), label: 'spare', expiresAt: '2027-01-31' }),
  'keys.use': async (ask) => ask('keys.use', await keyOf(ask, 'Copy', 'spare')),
  'keys.remove': async (ask) => {
    await ask('keys.remove', await keyOf(ask, 'Copy', 'spare'))
    await ask('keys.add', { profileId: await idOf(ask, 'Copy'), key: `third-${KEY}`, label: 'third' })
    await ask('keys.remove', await keyOf(ask, 'Copy', 'third'))
  },
  'switch.preview': async (ask) => ask('switch.preview', { profileId: await idOf(ask, 'Alpha') }),
  'switch.apply': async (ask, { home }) => {
    await ask('switch.apply', { profileId: await idOf(ask, 'Alpha') })
    home.write('.claude/settings.json', home.read('.claude/settings.json').replace(KEY, `other-${KEY}`))
    await ask('switch.preview', { profileId: await idOf(ask, 'Alpha') })
    await ask('switch.apply', { profileId: await idOf(ask, 'Copy') })
    await ask('switch.apply', { profileId: await idOf(ask, 'Copy'), overwriteChanged: true })
  },
  'tools.status': (ask) => ask('tools.status', {}),
  'profiles.adopt': (ask) => ask('profiles.adopt', { tool: 'claude', name: 'Adopted' }),
  'switch.undo': (ask) => ask('switch.undo', {}),
  'switch.restorePreview': (ask) => ask('switch.restorePreview', {}),
  'switch.restore': async (ask) => {
    await ask('switch.restore', { overwriteChanged: true })
    await ask('switch.undo', {})
  },
  'history.lastUsed': (ask) => ask('history.lastUsed', {}),
  'history.list': (ask) => ask('history.list', {}),
  'paste.recognise': (ask, { relay }) =>
    ask('paste.recognise', {
      text: `export ANTHROPIC_BASE_URL=${relay}\nexport ANTHROPIC_AUTH_TOKEN='${KEY}'\nexport NODE_OPTIONS=--require=${KEY}`,
    }),
  'paste.probe': async (ask, { relay }) => ask('paste.probe', { draft: await draftOf(ask, `${relay} API key: ${KEY}`) }),
  'paste.save': async (ask, { relay }) => {
    const draft = await draftOf(ask, `ANTHROPIC_BASE_URL=${relay}\nANTHROPIC_AUTH_TOKEN=${KEY}`)
    const profile = input('Pasted', relay)
    await ask('paste.save', { draft, profile: { ...profile, relay: { url: relay } }, consent: true })
  },
  'paste.addKey': async (ask, { relay }) => {
    const pasted = `ANTHROPIC_BASE_URL=${relay}\nANTHROPIC_AUTH_TOKEN=fourth-${KEY}`
    const draft = await draftOf(ask, pasted)
    await ask('paste.addKey', { draft, profileId: await idOf(ask, 'Copy'), label: 'fourth', consent: true })
    await ask('paste.recognise', { text: pasted })
  },
  'paste.forget': async (ask) => ask('paste.forget', { draft: await draftOf(ask, KEY) }),
  'doctor.run': async (ask, { home }) => {
    // Another key than the profile's, so that there is something to mend.
    for (const file of ['.bashrc', '.profile']) home.write(file, `export GEMINI_API_KEY='x${KEY}'\nexport ANTHROPIC_API_KEY=x${KEY}\n`)
    home.write('.gemini/.env', `${home.read('.gemini/.env')}GEMINI_API_KEY="${KEY}\nHTTPS_PROXY=http://user:${KEY}@127.0.0.1:9\n`)
    await ask('doctor.run', { network: true })
  },
  'doctor.previewFix': (ask) => ask('doctor.previewFix', { id: 'env-overrides' }),
  'doctor.applyFix': async (ask) => {
    const plan = await ask('doctor.previewFix', { id: 'env-overrides' })
    await ask('doctor.applyFix', { id: 'env-overrides', token: plan.ok ? (plan.value as SwitchPlan).token : 'none' })
  },
  'doctor.report': async (ask) => {
    await ask('doctor.report', { format: 'markdown' })
    await ask('doctor.report', { format: 'json', withHost: true })
  },
  'doctor.explain': (ask) => ask('doctor.explain', { text: `API Error: 401 Incorrect API key provided: ${KEY}` }),
  'doctor.about': (ask) => ask('doctor.about', {}),
  'doctor.cancel': (ask) => ask('doctor.cancel', {}),
  'connection.test': async (ask) => ask('connection.test', { profileIds: [await idOf(ask, 'Alpha')], deep: true }),
  'connection.results': (ask) => ask('connection.results', {}),
  'connection.curl': async (ask) => {
    const profileId = await idOf(ask, 'Alpha')
    for (const tool of ['claude', 'codex', 'gemini'])
      for (const step of ['models', 'answer', 'stream'] as const) {
        await ask('connection.curl', { profileId, tool, step, shell: 'bash' })
        await ask('connection.curl', { profileId, tool, step, shell: 'powershell', reveal: false })
      }
    await ask('connection.curl', { profileId, tool: 'claude', step: 'answer', shell: 'bash', reveal: true })
  },
  'connection.endpoints': async (ask) => ask('connection.endpoints', { profileId: await idOf(ask, 'Alpha') }),
  'connection.takeModel': async (ask) =>
    ask('connection.takeModel', { profileId: await idOf(ask, 'Alpha'), tool: 'claude', model: 'opus' }),
  'connection.takeEndpoint': async (ask, { relay }) =>
    ask('connection.takeEndpoint', { profileId: await idOf(ask, 'Alpha'), url: `${relay}/other` }),
  'connection.cancel': (ask) => ask('connection.cancel', {}),
  'env.render': async (ask) => ask('env.render', { profileId: await idOf(ask, 'Alpha'), shell: 'bash' }),
  'transfer.export': async (ask) => {
    await ask('transfer.export', { passphrase: KEY })
    await ask('transfer.export', { plain: true })
  },
  'transfer.inspect': async (ask) => {
    const { text } = answerOf<Exported>(await ask('transfer.export', { passphrase: KEY }))
    await ask('transfer.inspect', { text, passphrase: `${KEY}${KEY}` })
    await inspected(ask, text, KEY)
    await ask('transfer.inspect', { text: `{"key":"${KEY}`, file: `/tmp/${KEY}.json` })
  },
  'transfer.import': async (ask) => {
    const { text } = answerOf<Exported>(await ask('transfer.export', { plain: true }))
    const { draft, items } = await inspected(ask, text)
    await ask('transfer.import', { draft, take: items.map(({ id }) => ({ id, onConflict: 'rename' as const })), consent: true })
  },
  'transfer.forget': async (ask) => {
    const { text } = answerOf<Exported>(await ask('transfer.export', { plain: true }))
    await ask('transfer.forget', { draft: (await inspected(ask, text)).draft })
  },
  'vault.status': (ask) => ask('vault.status', {}),
  'vault.rotate': (ask) => ask('vault.rotate', {}),
  'vault.protect': (ask) => ask('vault.protect', { protection: 'passphrase', passphrase: KEY }),
  'vault.lock': async (ask) => {
    await ask('vault.lock', {})
    await ask('switch.apply', { profileId: await idOf(ask, 'Alpha') })
  },
  'vault.unlock': async (ask) => {
    await ask('vault.unlock', { passphrase: `${KEY}${KEY}` })
    await ask('vault.unlock', { passphrase: KEY })
    await ask('switch.apply', { profileId: await idOf(ask, 'Alpha'), overwriteChanged: true })
  },
  'settings.get': (ask) => ask('settings.get', {}),
  'settings.set': (ask) => ask('settings.set', { theme: 'dark' }),
  'desktop.reveal': (ask) => ask('desktop.reveal', { target: 'data' }),
  'desktop.openLink': (ask) => ask('desktop.openLink', { url: `https://relay.example/?key=${KEY}` }),
  'desktop.copyKey': async (ask) => ask('desktop.copyKey', { id: await idOf(ask, 'Alpha') }),
  'profiles.remove': async (ask) => ask('profiles.remove', { id: await idOf(ask, 'Copy') }),
}
