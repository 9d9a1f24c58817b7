import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adapters } from '../../../electron/core/tools/index'
import { openExport, plainExport, sealedExport } from '../../../electron/core/transfer/export-document'
import type { PortableProfile } from '../../../electron/core/transfer/portable'
import { readTransfer } from '../../../electron/core/transfer/read-transfer'
import { tempHome } from '../../support/temp-home'
import { KEY, PASSPHRASE, plainText, portable, relay } from './samples'

const all = { onConflict: 'rename' } as const
const word = fc
  .string({ minLength: 1, maxLength: 30, unit: fc.constantFrom(...'abcXYZ019 -_.é中😀"\'\\') })
  .filter((name) => name.trim() === name && name !== '')
const secret = fc.string({ minLength: 12, maxLength: 40, unit: fc.constantFrom(...'abcdefXYZ0123456789-_') }).map((end) => `sk-${end}`)
const model = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'abc019-.') })
const profiles: fc.Arbitrary<PortableProfile[]> = fc.uniqueArray(
  fc.record(
    {
      name: word,
      color: fc.constantFrom('teal', 'rose'),
      tags: fc.uniqueArray(fc.constantFrom('work', 'home', '工作'), { minLength: 1 }),
      relay: fc.record(
        {
          url: fc.constantFrom('https://a.example', 'https://b.example/ai', 'http://10.0.0.3:8080'),
          keys: fc.uniqueArray(fc.record({ key: secret, label: word, expiresAt: fc.constant('2027-01-31') }, { requiredKeys: ['key'] }), {
            minLength: 1,
            maxLength: 4,
            selector: ({ key }) => key,
          }),
          notes: word,
          website: fc.constant('https://site.example'),
          endpoints: fc.constant(['https://c.example', 'https://d.example']),
        },
        { requiredKeys: ['url', 'keys'] },
      ),
      tools: fc.record({
        claude: fc.record({
          enabled: fc.boolean(),
          models: fc.dictionary(fc.constantFrom('main', 'opus'), model),
          options: fc.constant({}),
          extra: fc.dictionary(fc.constantFrom('API_TIMEOUT_MS', 'MAX_THINKING_TOKENS'), fc.nat()),
        }),
      }),
    },
    { requiredKeys: ['name', 'relay', 'tools'] },
  ),
  { minLength: 1, maxLength: 5, selector: ({ name }) => name.normalize('NFC').trim().toLowerCase() },
)

describe('an export', () => {
  it('comes back whole through a plain file, whatever the profiles are', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (made) => {
        const read = await readTransfer({ text: plainExport(made) }, adapters, new Date())
        expect(read === 'sealed' ? read : read.candidates.map(({ profile }) => profile)).toEqual(made)
      }),
    )
  })

  it('comes back whole through a sealed file, which shows nothing of it', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, async (made) => {
        const text = await sealedExport(made, PASSPHRASE)
        expect(text).not.toContain(made[0]?.relay.keys[0]?.key)
        expect(text).not.toContain(made[0]?.relay.url)
        expect(await openExport(JSON.parse(text), { text, passphrase: PASSPHRASE })).toEqual(made)
      }),
      { numRuns: 4 },
    )
  }, 60_000)

  it('opens with the same passphrase typed on another keyboard', async () => {
    const text = await sealedExport([portable('A')], 'Crème brûlée'.normalize('NFC'))
    expect(await openExport(JSON.parse(text), { text, passphrase: 'Crème brûlée'.normalize('NFD') })).toHaveLength(1)
  })
})

describe('from one machine to another', () => {
  it('carries profiles, their order and keys; the new machine seals them anew', async () => {
    const [from, to] = [tempHome(), tempHome()]
    for (const name of ['B', 'A', 'C'])
      await from.core.api['profiles.add']({
        profile: relay(name, { tags: ['work'], relay: { url: 'https://r.example', key: `${KEY}-${name}` } }),
      })
    const { text, count, fileName } = await from.core.api['transfer.export']({ passphrase: PASSPHRASE })
    expect(count).toBe(3)
    expect(fileName).toMatch(/^switchyard-export-\d{4}-\d\d-\d\d\.json$/)
    expect(text).not.toContain(KEY)

    expect(await to.core.api['transfer.inspect']({ text })).toEqual({ sealed: true })
    const found = await to.core.api['transfer.inspect']({ text, passphrase: PASSPHRASE })
    if (found.sealed) throw new Error('still sealed')
    expect(JSON.stringify(found)).not.toContain(`${KEY}-`)
    expect(await to.core.api['profiles.list']({})).toHaveLength(1)
    const done = await to.core.api['transfer.import']({ draft: found.draft, take: found.items.map(({ id }) => ({ id, ...all })) })
    expect(done).toEqual({ added: ['B', 'A', 'C'], replaced: [], skipped: [] })
    const [, ...list] = await to.core.api['profiles.list']({})
    expect(list.map(({ name, tags }) => [name, tags])).toEqual([
      ['B', ['work']],
      ['A', ['work']],
      ['C', ['work']],
    ])
    expect(await to.core.api['profiles.reveal']({ id: list[1]?.id ?? '' })).toEqual({ key: `${KEY}-A` })
    expect(readFileSync(path.join(to.data, 'profiles.json'), 'utf8')).not.toContain(KEY)
    await expect(to.core.api['transfer.import']({ draft: found.draft, take: [{ id: '0' }] })).rejects.toMatchObject({
      problem: { code: 'draft-gone' },
    })
  })

  it('carries several keys with their labels, and which one is in use', async () => {
    const home = tempHome()
    const keys = [
      { key: `${KEY}-1`, label: 'old' },
      { key: `${KEY}-2`, label: 'team', expiresAt: '2027-01-31', active: true },
    ]
    const text = plainText([portable('Many', { relay: { url: 'https://r.example', keys } })])
    const found = await home.core.api['transfer.inspect']({ text })
    if (found.sealed) throw new Error('sealed')
    expect(found.items[0]?.keys).toEqual([
      { masked: 'sk-…ef-1', label: 'old' },
      { masked: 'sk-…ef-2', label: 'team' },
    ])
    await home.core.api['transfer.import']({ draft: found.draft, take: [{ id: '0' }] })
    const [, saved] = await home.core.api['profiles.list']({})
    expect(await home.core.api['profiles.reveal']({ id: saved?.id ?? '' })).toEqual({ key: `${KEY}-2` })
    const again = JSON.parse((await home.another().api['transfer.export']({ plain: true })).text)
    expect(again.profiles[0].relay.keys).toEqual(keys)
  })

  it('is sealed unless plain text is asked for, and only some where some are named', async () => {
    const { core } = tempHome()
    const { id } = await core.api['profiles.add']({ profile: relay('One') })
    await core.api['profiles.add']({ profile: relay('Two') })
    await expect(core.api['transfer.export']({})).rejects.toMatchObject({ problem: { code: 'passphrase-needed' } })
    await expect(core.api['transfer.export']({ plain: true, passphrase: PASSPHRASE })).rejects.toMatchObject({
      problem: { code: 'passphrase-needed' },
    })
    await expect(core.api['transfer.export']({ passphrase: 'short' })).rejects.toMatchObject({ problem: { code: 'passphrase-short' } })
    await expect(core.api['transfer.export']({ plain: true, ids: ['official'] })).rejects.toMatchObject({
      problem: { code: 'unknown-profile' },
    })
    const plain = await core.api['transfer.export']({ plain: true, ids: [id] })
    expect(JSON.parse(plain.text).profiles.map(({ name }: { name: string }) => name)).toEqual(['One'])
    expect(plain.text).toContain('plain text')
    expect(plain.fileName).toContain('plain-text-keys')
  })
})
