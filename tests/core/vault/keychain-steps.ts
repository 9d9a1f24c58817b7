import { createCore } from '../../../electron/core/core'
import { nodeHost } from '../../../electron/core/node-host'
import { ProblemError } from '../../../shared/transport'
import { KEY_A, relayInput } from '../../support/relay-input'

/** The program that a keychain is put in front of: does the steps of its command line and prints what came of each. */
async function main(): Promise<void> {
  const { api } = createCore(nodeHost({ shell: 'terminal', version: '0.0.0-test' }))
  const id = async () => (await api['profiles.list']({})).at(1)?.id ?? ''
  const does: Readonly<Record<string, () => Promise<string>>> = {
    add: () => api['profiles.add']({ profile: relayInput('Alpha', KEY_A) }).then(() => 'done'),
    use: async () => api['switch.apply']({ profileId: await id() }).then(() => 'done'),
    list: async () => ((await api['profiles.list']({})).at(1)?.relay.keyMasked === 'sk-…AAAA' ? 'ok' : 'wrong'),
    status: async () => [...new Set((await api['tools.status']({})).map(({ state }) => state))].join(),
    reveal: async () => ((await api['profiles.reveal']({ id: await id() })).key === KEY_A ? 'ok' : 'wrong'),
    rotate: () => api['vault.rotate']({}).then(() => 'done'),
    file: () => api['vault.protect']({ protection: 'file' }).then(() => 'done'),
    keychain: () => api['vault.protect']({ protection: 'keychain' }).then(() => 'done'),
  }
  const steps: string[] = []
  for (const name of process.argv.slice(2)) {
    try {
      steps.push((await does[name]?.()) ?? 'unknown')
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      steps.push(error.problem.code)
    }
  }
  process.stdout.write(`${JSON.stringify({ steps })}\n`, () => process.exit(0))
}

void main()
