import { describe, expect, it } from 'vitest'
import { adapters } from '../../../electron/core/tools/index'
import { readTransfer } from '../../../electron/core/transfer/read-transfer'
import { insertedRows } from '../../../electron/core/transfer/sql-inserts'
import { ccswitchConfig, ccswitchSql, KEY } from './samples'

async function read(text: string) {
  const found = await readTransfer({ text }, adapters, new Date())
  if (found === 'sealed') throw new Error('sealed')
  return found
}
const shown = ({ candidates }: Awaited<ReturnType<typeof read>>) =>
  candidates.map(({ profile: { name, relay, tools } }) => [
    name,
    relay.url,
    relay.keys[0]?.key,
    Object.entries(tools).flatMap(([id, { enabled, models }]) => (enabled ? [`${id} ${models.main ?? ''}`.trim()] : [])),
  ])

describe("CC-Switch's SQL export", () => {
  it('comes over: entries of one relay and key become one profile, the same name twice gets a number', async () => {
    const found = await read(ccswitchSql)
    expect(found.source.en).toContain('CC-Switch')
    expect(shown(found)).toEqual([
      ["Bob's relay; VALUES (1)", 'https://relay.example.com', KEY, ['claude claude-opus-5-5', 'codex gpt-6-sol']],
      ['Other', 'https://other.example', `${KEY}-2`, ['gemini gemini-3.8-flash']],
      ['Risky', 'http://10.0.0.5:3000', `${KEY}-3`, ['claude']],
      ['Other (2)', 'https://third.example', `${KEY}-4`, ['claude']],
    ])
    const [first, , , last] = found.candidates
    expect(first?.profile.relay).toMatchObject({
      notes: 'paid until May',
      website: 'https://relay.example.com',
      endpoints: ['https://asia.relay.example.com'],
    })
    expect(first?.profile.tools.claude?.extra).toEqual({ API_TIMEOUT_MS: '600000' })
    expect(first?.notices.map(({ en }) => en)).toEqual([
      "Made of: Bob's relay; VALUES (1), Bob codex",
      'Left out, as a profile has no place for them: SOMETHING_ELSE.',
    ])
    expect(last?.profile.tools.claude?.options).toEqual({ auth: 'api-key' })
  })

  it('leaves logins, proxied entries and unknown tools out, and says which', async () => {
    const { notices } = await read(ccswitchSql)
    expect(notices.map(({ en }) => en.split(':')[0])).toEqual([
      'Left out "Claude Official" (claude)',
      'Left out "Login" (codex)',
      'Left out "Proxied" (claude)',
      'Left out "Claw" (openclaw)',
    ])
    expect(JSON.stringify(notices)).not.toContain('eyJ')
  })

  it('shows what could run code, and takes none of it', async () => {
    const risky = (await read(ccswitchSql)).candidates[2]
    expect(risky?.risks.map(({ evidence }) => evidence).sort()).toEqual(['10.0.0.5', '10.0.0.5', 'NODE_OPTIONS', 'apiKeyHelper', 'hooks'])
    expect(JSON.stringify(risky?.profile)).not.toMatch(/NODE_OPTIONS|helper|hooks|evil/)
  })

  it('gives a second choice of models for the same relay a profile of its own', async () => {
    const second = ccswitchSql.replace(
      'COMMIT;',
      `INSERT INTO providers (id, app_type, name, settings_config) VALUES ('z', 'claude', 'Cheap', '{"env":{"ANTHROPIC_BASE_URL":"https://relay.example.com","ANTHROPIC_AUTH_TOKEN":"${KEY}","ANTHROPIC_MODEL":"claude-haiku-5"}}');\nCOMMIT;`,
    )
    expect(shown(await read(second))[1]).toEqual(['Cheap', 'https://relay.example.com', KEY, ['claude claude-haiku-5']])
  })
})

describe('other files', () => {
  it("reads CC-Switch's config.json of before 3.8, and of version 1", async () => {
    expect(shown(await read(ccswitchConfig))).toEqual([['Old relay', 'https://old.example', KEY, ['claude', 'codex gpt-6-sol']]])
    const { claude } = JSON.parse(ccswitchConfig) as { claude: object }
    expect(shown(await read(JSON.stringify(claude)))).toEqual([['Old relay', 'https://old.example', KEY, ['claude']]])
  })

  it('reads providers of Cherry Studio', async () => {
    const list = [
      { id: 'x', name: 'Cherry', baseUrl: 'https://cherry.example', apiKey: KEY, type: 'anthropic' },
      { id: 'y', baseUrl: 'https://y.example/v1', apiKey: `${KEY}-y` },
    ]
    expect(shown(await read(JSON.stringify(list)))).toEqual([
      ['Cherry', 'https://cherry.example', KEY, ['claude']],
      ['y', 'https://y.example', `${KEY}-y`, ['claude', 'codex', 'gemini']],
    ])
  })

  it('reads a file of links, and leaves out those without a relay', async () => {
    const data = encodeURIComponent(btoa(JSON.stringify({ id: 'c', name: 'Cherry', baseUrl: 'https://c.example', apiKey: `${KEY}-c` })))
    const text = [
      `ccswitch://v1/import?resource=provider&app=claude&name=One&endpoint=https://one.example&apiKey=${KEY}`,
      `cherrystudio://providers/api-keys?v=1&data=${data}`,
      'ccswitch://v1/import?resource=mcp&apps=claude',
    ].join('\r\n')
    const found = await read(text)
    expect(shown(found).map(([name, url]) => [name, url])).toEqual([
      ['One', 'https://one.example'],
      ['Cherry', 'https://c.example'],
    ])
    expect(found.notices).toHaveLength(1)
  })
})

describe('rows of a dump', () => {
  const rows = (sql: string) => insertedRows(sql, ['t']).get('t')
  it.each([
    ["INSERT INTO t (a,b) VALUES ('it''s; ok', 1);", [{ a: "it's; ok", b: 1 }]],
    [
      'insert or replace into "t" ("a", [b]) values (NULL, -2.5), (\'x\', X\'00\');',
      [
        { a: null, b: -2.5 },
        { a: 'x', b: undefined },
      ],
    ],
    [
      "-- INSERT INTO t (a) VALUES (1);\n/* INSERT INTO t (a) VALUES (2); */ INSERT INTO t (a) VALUES (replace('x','y','z'), 3);",
      [{ a: undefined }],
    ],
    ["INSERT INTO u (a) VALUES (1); UPDATE t SET a = 2; CREATE TABLE t (a TEXT DEFAULT 'INSERT INTO t');", []],
    ["INSERT INTO t (a) VALUES ('cut", []],
    ["INSERT INTO t (a) VALUES ('多行\n文本');", [{ a: '多行\n文本' }]],
  ])('%s', (sql, expected) => expect(rows(sql)).toEqual(expected))
})
