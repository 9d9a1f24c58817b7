import { checkSuite } from '../../support/check-suite'
import type { TempHome } from '../../support/temp-home'

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
      name: 'tells of the settings of the machine, which it leaves alone',
      env: { GEMINI_CLI_SYSTEM_SETTINGS_PATH: 'system.json' },
      break: (home) => home.write('system.json', '{"security":{"auth":{"selectedType":"oauth-personal"}}}'),
      severity: 'fail',
      cause: /Settings of this machine: Gemini CLI logs in by “oauth-personal”/,
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
