import { parseArgs } from 'node:util'
import { provoke, type TroubleName, troubles } from '../fake-relay/index'
import { startLab } from './lab'
import { unknownHost } from './names'
import { tlsKinds } from './tls-cases'
import type { Lab } from './types'

const help = `The lab: one of everything that can go wrong, on this machine only. Ctrl-C ends it.

  npx tsx tests/support/lab/main.ts [--key sk-good] [--model gpt-x]... [--trouble name] [--json]

Troubles of the relay itself (they befall every relay of the lab):
  ${Object.keys(troubles).join(' ')}
`

const { values } = parseArgs({
  options: {
    key: { type: 'string', multiple: true, default: ['sk-good'] },
    model: { type: 'string', multiple: true, default: ['gpt-x', 'claude-x', 'gemini-x'] },
    trouble: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(help)
else await run(startLab())

async function run(lab: Lab): Promise<void> {
  const places = await openAll(lab)
  process.stdout.write(values.json ? `${JSON.stringify(places)}\n` : table(places))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void lab.close())
}

async function openAll(lab: Lab): Promise<Readonly<Record<string, string>>> {
  const options = { keys: values.key, models: values.model }
  const login = { user: 'user', password: 'password' }
  const relays = {
    relay: await lab.relay(options),
    'relay, IPv6 only': await lab.relay({ ...options, host: '::1' }),
    'relay, HTTP/2 only': await lab.http2Relay('tls', options),
    'relay, HTTP/2 in clear': await lab.http2Relay('clear', options),
    ...Object.fromEntries(await Promise.all(tlsKinds.map(async (kind) => [`tls ${kind}`, await lab.tlsRelay(kind, options)] as const))),
  }
  if (values.trouble !== undefined) for (const relay of Object.values(relays)) provoke(relay, nameOf(values.trouble))
  return {
    ...Object.fromEntries(Object.entries(relays).map(([name, { url }]) => [name, url])),
    'http proxy': (await lab.httpProxy()).url,
    'http proxy, login': (await lab.httpProxy({ login })).urlWithLogin,
    'http proxy, intercepts': (await lab.httpProxy({ intercepts: true })).url,
    'http proxy, drops': (await lab.httpProxy({ fault: 'drops' })).url,
    'http proxy, hangs': (await lab.httpProxy({ fault: 'hangs' })).url,
    'socks proxy': (await lab.socksProxy()).url,
    'socks proxy, login': (await lab.socksProxy({ login })).urlWithLogin,
    refused: (await lab.refused()).url,
    'black hole': (await lab.blackHole()).url,
    silent: (await lab.silent()).url,
    dropping: (await lab.dropping()).url,
    'unknown host': `http://${unknownHost}`,
    'CA file': lab.caFile(),
  }
}

function nameOf(name: string): TroubleName {
  if (!Object.hasOwn(troubles, name)) throw new Error(`Unknown trouble: ${name}; see --help`)
  return name as TroubleName
}

function table(places: Readonly<Record<string, string>>): string {
  return Object.entries(places)
    .map(([name, place]) => `${name.padEnd(28)}${place}\n`)
    .join('')
}
