import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { refusalsOf } from '../../../electron/core/doctor/facts/root-only'
import type { LayerSource } from '../../../electron/core/tools/layers'
import { checkSuite, findingOf, healthyHome, STRAY_KEY } from '../../support/check-suite'
import { KEY_A, relayInput } from '../../support/relay-input'
import { type TempHome, tempHome } from '../../support/temp-home'

const settings = '.gemini/settings.json'
const trustedHome = (home: TempHome) => home.write('.gemini/trustedFolders.json', JSON.stringify({ [home.home]: 'TRUST_FOLDER' }), 0o600)

checkSuite({
  id: 'gemini-auth-type',
  broken: [
    {
      name: 'sets the way to log in where there is none',
      break: (home) => home.write(settings, '{ /* mine */ "ui": {} }'),
      severity: 'fail',
      cause: /does not say how Gemini CLI logs in/,
      mends: true,
    },
    {
      name: 'sets it where a Google login would ignore the key',
      break: (home) => home.write(settings, '{"security":{"auth":{"selectedType":"oauth-personal"}}}'),
      severity: 'fail',
      cause: /logs in by “oauth-personal”/,
      mends: true,
    },
    {
      name: 'sets it where another way to log in is enforced',
      break: (home) => home.write(settings, '{"security":{"auth":{"selectedType":"gemini-api-key","enforcedType":"oauth-personal"}}}'),
      severity: 'fail',
      cause: /only the login “oauth-personal” is allowed/,
      mends: true,
    },
    {
      name: "tells of a project's settings that win over yours",
      break: (home) => home.write('work/.gemini/settings.json', '{"security":{"auth":{"enforcedType":"vertex-ai"}}}'),
      folder: 'work',
      severity: 'fail',
      cause: /The project's settings: only the login “vertex-ai” is allowed/,
    },
  ],
})

checkSuite({
  id: 'gemini-useless-settings',
  broken: [
    {
      name: "tells of a base URL in settings.json, as guides have it, and writes the profile to where it's read",
      break(home) {
        home.write(settings, '{"baseUrl":"https://alpha.example/v1beta/models","security":{"auth":{"selectedType":"gemini-api-key"}}}')
        home.write('.gemini/.env', "GEMINI_API_KEY='x'\n", 0o600)
      },
      severity: 'warn',
      cause: /baseUrl in settings\.json has no effect/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'gemini-env-quotes',
  broken: [
    {
      name: 'quotes a value that is cut off at a #',
      break: (home) => home.write('.gemini/.env', "GEMINI_API_KEY='sk-x'\nGEMINI_MODEL=team#pro\n", 0o600),
      severity: 'fail',
      cause: /GEMINI_MODEL is cut off/,
      mends: true,
    },
  ],
})

checkSuite({
  id: 'gemini-trust',
  healthy: 'skip',
  broken: [
    {
      name: 'trusts a folder that is not trusted',
      break: (home) => home.write('work/x', ''),
      severity: 'fail',
      cause: /is not a trusted folder/,
      folder: 'work',
      mends: true,
    },
  ],
})

checkSuite({
  id: 'gemini-env-shadow',
  healthy: 'skip',
  broken: [
    {
      name: "lets Gemini CLI ignore a project's .env",
      break(home) {
        trustedHome(home)
        home.write('work/.env', 'DATABASE_URL=x\n')
        home.write(settings, home.read(settings).replace('true', 'false'))
      },
      severity: 'fail',
      cause: /work\/\.env is the only \.env that Gemini CLI reads/,
      folder: 'work',
      mends: true,
    },
    {
      name: "tells of a project's .gemini/.env, which wins all the same",
      break(home) {
        trustedHome(home)
        home.write('work/.gemini/.env', 'X=1\n')
      },
      severity: 'fail',
      cause: /work\/\.gemini\/\.env/,
      folder: 'work',
    },
  ],
})

const machine = { GEMINI_CLI_SYSTEM_SETTINGS_PATH: 'system.json' }
const googleLogin = '{"security":{"auth":{"selectedType":"oauth-personal"}},"model":{"name":"of-the-machine"}}'

checkSuite({
  id: 'gemini-system-settings',
  broken: [
    {
      // The home of a test is the user's, or lies in a folder that everybody writes to.
      name: 'tells of settings of the machine that Gemini CLI skips because others may write them',
      env: machine,
      break: (home) => home.write('system.json', googleLogin),
      severity: 'warn',
      cause: /Gemini CLI does not read ~\/system\.json/,
    },
  ],
})

describe('settings of the machine', () => {
  it('that are skipped count in no other check, and the list of layers says why', async () => {
    const home = await healthyHome(machine)
    home.write('system.json', googleLogin)
    expect(await findingOf(home, 'gemini-auth-type')).toMatchObject({ severity: 'ok' })
    const model = (await findingOf(home, 'why-ignored')).values?.find(({ tool, name }) => tool === 'gemini' && name === 'model')
    expect(model?.layers.find(({ file }) => file === '~/system.json')).toMatchObject({
      wins: false,
      why: { en: expect.stringMatching(/not root’s alone/) },
    })
  })
  it('are read by a version that does not ask whose they are', async () => {
    const home = tempHome()
    home.write('system.json', '{}')
    const reason = async (file: string, version: string | undefined) => {
      const source = {
        id: 'system',
        file: { path: home.path(file), format: 'jsonc' },
        rootOnly: { since: '0.60' },
      } as unknown as LayerSource
      return (await refusalsOf([source], home.host.place, version)).get('system')?.reason
    }
    expect(await reason('system.json', '0.59.0')).toBeUndefined()
    expect(await reason('none.json', '0.61.0')).toBeUndefined()
    for (const version of ['0.60.0', undefined]) expect(await reason('system.json', version)).toMatch(/owner|writers/)
  })
  it.skipIf(process.getuid?.() !== 0)('count when they are root’s alone; only root can show it', async () => {
    const folder = mkdtempSync(path.join(homedir(), '.switchyard-test-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'settings.json')
    writeFileSync(file, googleLogin)
    const home = await healthyHome({ GEMINI_CLI_SYSTEM_SETTINGS_PATH: file })
    expect(await findingOf(home, 'gemini-system-settings')).toMatchObject({ severity: 'ok' })
    expect(await findingOf(home, 'gemini-auth-type')).toMatchObject({
      severity: 'fail',
      fixable: false,
      cause: { en: expect.stringMatching(/Settings of this machine: Gemini CLI logs in by “oauth-personal”/) },
    })
    chmodSync(file, 0o664)
    expect(await findingOf(home, 'gemini-system-settings')).toMatchObject({
      severity: 'warn',
      cure: { en: expect.stringMatching(/chmod go-w/) },
    })
    chmodSync(file, 0o644)
    chownSync(file, 1000, 0)
    expect(await findingOf(home, 'gemini-system-settings')).toMatchObject({
      severity: 'warn',
      cure: { en: expect.stringMatching(/chown root/) },
    })
  })
})

const mechanism = 'GEMINI_API_KEY_AUTH_MECHANISM'
const inEnv = (home: TempHome, value: string) => home.write('.gemini/.env', `${home.read('.gemini/.env')}${mechanism}='${value}'\n`, 0o600)

/** Switches to a profile that asks for this header. */
async function asking(home: TempHome, value: string): Promise<void> {
  const [, profile] = await home.core.api['profiles.list']({})
  const input = relayInput('Alpha', KEY_A)
  const gemini = { enabled: true, models: {}, options: {}, extra: { [mechanism]: value } }
  await home.core.api['profiles.edit']({ id: profile?.id ?? '', profile: { ...input, tools: { ...input.tools, gemini } } })
  await home.core.api['switch.apply']({ profileId: profile?.id ?? '' })
}

checkSuite({
  id: 'gemini-auth-mechanism',
  ok: (home) => asking(home, 'bearer'),
  broken: [
    {
      name: 'takes back a header of another relay that .env was left with',
      break: (home) => inEnv(home, 'bearer'),
      severity: 'warn',
      cause: /send the key twice/,
      mends: true,
    },
    {
      name: 'comments it out in a start-up file',
      break: (home) => home.write('.bashrc', `export ${mechanism}=bearer\n`),
      severity: 'warn',
      cause: /send the key twice/,
      mends: true,
    },
    {
      name: 'tells of a word that has no effect',
      break: (home) => inEnv(home, 'Bearer'),
      severity: 'warn',
      cause: /=Bearer has no effect/,
      mends: true,
    },
    {
      name: 'tells of a word in the profile that has no effect',
      break: (home) => asking(home, 'Bearer'),
      severity: 'warn',
      cause: /=Bearer has no effect/,
    },
    {
      name: 'tells of a shell that hides the header which the profile asks for',
      async break(home) {
        await asking(home, 'bearer')
        home.write('.bashrc', `export ${mechanism}=x-goog-api-key\n`)
      },
      severity: 'warn',
      cause: /profile asks for .*=bearer, but “x-goog-api-key” is in force/,
      mends: true,
    },
  ],
})

const inOwnEnv = (home: TempHome, line: string) => home.write('.gemini/.env', `${home.read('.gemini/.env')}${line}\n`, 0o600)

checkSuite({
  id: 'gemini-changed-requests',
  ok: (home) => inOwnEnv(home, "GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, X-Note: no api-key: here'\nGOOGLE_GENAI_API_VERSION=v1beta"),
  broken: [
    {
      name: 'comments a version out that leads to another path',
      break: (home) => home.write('.bashrc', 'export GOOGLE_GENAI_API_VERSION=v1\n'),
      severity: 'fail',
      cause: /ask for \/v1\/models in place of \/v1beta\/models/,
      mends: true,
    },
    {
      name: 'comments headers out that send a key of their own',
      break: (home) => home.write('.bashrc', `export GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, Authorization: Bearer ${STRAY_KEY}'\n`),
      severity: 'fail',
      cause: /send a key of its own in Authorization/,
      mends: true,
    },
    {
      name: 'takes both out of .env, and keeps the other headers',
      break: (home) => inOwnEnv(home, `GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, x-goog-api-key: ${STRAY_KEY}'\nGOOGLE_GENAI_API_VERSION=v1`),
      severity: 'fail',
      cause: /v1\/models.*x-goog-api-key/s,
      mends: true,
    },
    {
      name: 'cannot change what a project says',
      folder: 'work',
      async break(home) {
        home.write('.gemini/trustedFolders.json', JSON.stringify({ [home.home]: 'TRUST_FOLDER' }), 0o600)
        home.write('work/.gemini/.env', 'GOOGLE_GENAI_API_VERSION=v1\n')
      },
      severity: 'fail',
      cause: /\/v1\/models/,
    },
  ],
})

it('headers without a key stay when the others are taken out', async () => {
  const home = await healthyHome()
  inOwnEnv(home, `GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, x-goog-api-key: ${STRAY_KEY}, X-More: b'`)
  const plan = await home.core.api['doctor.previewFix']({ id: 'gemini-changed-requests' })
  await home.core.api['doctor.applyFix']({ id: 'gemini-changed-requests', token: plan.token })
  expect(home.read('.gemini/.env')).toMatch(/GEMINI_CLI_CUSTOM_HEADERS='X-Team: a, X-More: b'/)
})
