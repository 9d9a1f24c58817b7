import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../electron/core/tools/index'
import { sealedExport } from '../../../electron/core/transfer/export-document'
import { readTransfer } from '../../../electron/core/transfer/read-transfer'
import { LONGEST_IMPORT } from '../../../shared/model/transfer'
import { ProblemError } from '../../../shared/transport'
import { tempHome } from '../../support/temp-home'
import { ccswitchSql, KEY, PASSPHRASE, plainText, portable, relay } from './samples'

const sealed = await sealedExport([portable('A')], PASSPHRASE)
const another = await sealedExport([portable('B')], PASSPHRASE)
const change = (fields: object) => JSON.stringify({ ...JSON.parse(sealed), ...fields })
const tool = { enabled: true, models: {}, options: {}, extra: {} }

describe('a file that cannot be used is refused by name, with a cure, and nothing changes', () => {
  it.each([
    ['a wrong passphrase', sealed, 'wrong-passphrase', 'not it at all'],
    ['an altered seal', change({ sealed: `${JSON.parse(sealed).sealed.slice(0, -8)}AAAAAAAA` }), 'import-damaged', PASSPHRASE],
    ['an altered wrapping', change({ wrapped: 'x' }), 'wrong-passphrase', PASSPHRASE],
    ['a seal from another file', change({ sealed: JSON.parse(another).sealed }), 'import-damaged', PASSPHRASE],
    ['a truncated file', sealed.slice(0, -40), 'import-damaged', PASSPHRASE],
    ['a newer version', change({ version: 2 }), 'newer-version', PASSPHRASE],
    ['a version that is none', change({ version: '1' }), 'import-damaged', PASSPHRASE],
    ['a protection that is none', change({ protection: 'rot13' }), 'import-damaged', PASSPHRASE],
    ['a stretch that eats all memory', change({ stretch: { salt: 'AAAA', N: 2 ** 30, r: 8, p: 1 } }), 'import-damaged', PASSPHRASE],
    ['a stretch that never ends', change({ stretch: { salt: 'AAAA', N: 2 ** 14, r: 8, p: 2 ** 20 } }), 'import-damaged', PASSPHRASE],
    ['a stretch that scrypt does not know', change({ stretch: { salt: 'AAAA', N: 1000, r: 8, p: 1 } }), 'import-damaged', PASSPHRASE],
    ['not our file', '{"name":"package","version":"1.0.0"}', 'not-an-import'],
    ['a list of nothing', '[]', 'not-an-import'],
    ['nothing', '', 'not-an-import'],
    ['words', 'hello', 'not-an-import'],
    ['a database', 'SQLite format 3\u0000\u0010\u0000', 'import-database'],
    ['a huge file', `{"a":"${'x'.repeat(LONGEST_IMPORT)}"}`, 'import-too-long'],
    ['a deep file', `${'['.repeat(100_000)}`, 'import-damaged'],
    ['a prototype', `{"switchyard":"export","version":1,"protection":"none","profiles":[{"__proto__":{"name":"x"}}]}`, 'import-hostile'],
    ['a constructor', plainText([portable('A', { tools: { constructor: tool } })]).replace('"claude"', '"constructor"'), 'import-hostile'],
    ['no list', plainText({}), 'import-damaged'],
    ['a profile that is a number', plainText([7]), 'import-invalid'],
    ['a profile without a key', plainText([portable('A', { relay: { url: 'https://r.example', keys: [] } })]), 'import-invalid'],
    [
      'a key that is masked',
      plainText([portable('A', { relay: { url: 'https://r.example', keys: [{ key: 'sk-…abcd' }] } })]),
      'import-invalid',
    ],
    ['a URL that is none', plainText([portable('A', { relay: { url: 'file:///etc/passwd', keys: [{ key: KEY }] } })]), 'import-invalid'],
    ['a name with control signs', plainText([portable('A\u001b[2J')]), 'import-invalid'],
    ['the built-in name', plainText([portable('official')]), 'import-invalid'],
    ['the same name twice', plainText([portable('Twin'), portable('TWIN ')]), 'import-invalid'],
    ['a variable that is none', plainText([portable('A', { tools: { claude: { ...tool, extra: { 'A B': 'x' } } } })]), 'import-invalid'],
  ])('%s', async (_, text, code, passphrase?: string) => {
    const home = tempHome()
    await home.core.api['profiles.add']({ profile: relay('Present') })
    const before = readFileSync(path.join(home.data, 'profiles.json'), 'utf8')
    const error = await home.core.api['transfer.inspect']({ text, file: '/tmp/from a friend.json', passphrase }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    const { problem } = error as ProblemError
    expect(problem).toMatchObject({ code, kind: 'refused' })
    expect(problem.file).toBe('/tmp/from a friend.json')
    expect(problem.hint?.en).toBeTruthy()
    expect(JSON.stringify(problem)).not.toContain(KEY)
    expect(readFileSync(path.join(home.data, 'profiles.json'), 'utf8')).toBe(before)
  })

  it('names the line where JSON breaks off', async () => {
    const text = plainText([portable('A')]).replace('"tools"', '\n\n"tools" oops')
    await expect(readTransfer({ text, name: 'x.json' }, adapters, new Date())).rejects.toMatchObject({
      problem: { file: 'x.json', line: 3 },
    })
  })

  it('survives any text, and any cut of a good file', async () => {
    const stands = async (text: string) => {
      try {
        await readTransfer({ text, passphrase: 'x' }, adapters, new Date())
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
      }
    }
    await fc.assert(fc.asyncProperty(fc.string(), stands))
    await fc.assert(fc.asyncProperty(fc.json(), stands))
    await fc.assert(fc.asyncProperty(fc.nat(ccswitchSql.length), (at) => stands(ccswitchSql.slice(0, at))))
    const plain = plainText([portable('A')])
    await fc.assert(fc.asyncProperty(fc.nat(plain.length), (at) => stands(plain.slice(0, at))))
  })

  it.each([
    ['open quotes', `INSERT INTO providers VALUES ${"('".repeat(400_000)}`],
    ['open brackets', `INSERT INTO providers ${'['.repeat(800_000)}`],
    ['open comments', `INSERT INTO providers ${'/*'.repeat(400_000)}`],
    ['many links', 'ccswitch://v1/import?resource=provider\n'.repeat(5_000)],
  ])(
    'is not slowed down by %s',
    async (_, text) => {
      await readTransfer({ text }, adapters, new Date())
    },
    20_000,
  )
})

describe('risks in a file', () => {
  const risky = plainText([
    portable('Home', { relay: { url: 'http://192.168.1.9:3000', keys: [{ key: KEY }] } }),
    portable('Loader', { tools: { claude: { ...tool, extra: { NODE_OPTIONS: '--require /tmp/x.js', LD_PRELOAD: '/tmp/x.so' } } } }),
    portable('Helper', { tools: { codex: { ...tool, extra: { 'mcp_servers.x.command': 'sh' } } } }),
    portable('Override', { tools: { claude: { ...tool, baseUrl: 'http://127.0.0.1:9' } } }),
    portable('Twin', { relay: { url: 'https://api.0penai.com', keys: [{ key: KEY }] } }),
    portable('Good'),
  ])

  it('are shown plainly for each profile', async () => {
    const found = await tempHome().core.api['transfer.inspect']({ text: risky })
    if (found.sealed) throw new Error('sealed')
    expect(found.items.map(({ name, risks }) => [name, risks.map(({ id, evidence }) => `${id} ${evidence}`)])).toEqual([
      ['Home', ['private-host 192.168.1.9', 'plain-http 192.168.1.9']],
      ['Loader', ['env-runs-code NODE_OPTIONS', 'env-runs-code LD_PRELOAD']],
      ['Helper', ['setting-runs-code mcp_servers.x.command']],
      ['Override', ['private-host 127.0.0.1', 'plain-http 127.0.0.1']],
      ['Twin', ['look-alike api.0penai.com']],
      ['Good', []],
    ])
    expect(found.items.every(({ risks }) => risks.every(({ consent }) => consent))).toBe(true)
  })

  it('need consent for those that are taken, and only for those', async () => {
    const home = tempHome()
    const found = await home.core.api['transfer.inspect']({ text: risky })
    if (found.sealed) throw new Error('sealed')
    const { draft } = found
    await expect(home.core.api['transfer.import']({ draft, take: [{ id: '0' }, { id: '5' }] })).rejects.toMatchObject({
      problem: { code: 'consent-needed' },
    })
    expect(existsSync(path.join(home.data, 'profiles.json'))).toBe(false)
    expect(await home.core.api['transfer.import']({ draft, take: [{ id: '5' }] })).toMatchObject({ added: ['Good'] })
    const again = await home.core.api['transfer.inspect']({ text: risky })
    if (again.sealed) throw new Error('sealed')
    expect(await home.core.api['transfer.import']({ draft: again.draft, take: [{ id: '1' }], consent: true })).toMatchObject({
      added: ['Loader'],
    })
  })

  it('refuses what is not in the file, and what is named twice', async () => {
    const { core } = tempHome()
    const found = await core.api['transfer.inspect']({ text: risky })
    if (found.sealed) throw new Error('sealed')
    for (const take of [[{ id: '99' }], [{ id: '__proto__' }], [{ id: '5' }, { id: '5' }]])
      await expect(core.api['transfer.import']({ draft: found.draft, take })).rejects.toMatchObject({ problem: { code: 'unknown-item' } })
    await core.api['transfer.forget']({ draft: found.draft })
    await expect(core.api['transfer.import']({ draft: found.draft, take: [{ id: '5' }] })).rejects.toMatchObject({
      problem: { code: 'draft-gone' },
    })
  })
})
