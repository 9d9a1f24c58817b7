import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { readEntry } from '../../electron/core/files/journal'
import type { Prepared } from './scenarios'
import type { Slot, Tree } from './slot'

/** Names that may stand in the data folder while nothing runs. `lock` may stay where a process was killed: it blocks nobody. */
const KNOWN = /^(profiles\.json|settings\.json|state\.json|vault\.(json|key)|history|lock)$/

/** The tools' files are all old or all new, the record and the history agree with them, and nothing lies about. */
export function expectWhole(slot: Slot, { old, oldTools, newTools }: Prepared): 'old' | 'new' {
  const tools = slot.tools()
  const side = isDeepStrictEqual(tools, newTools) ? 'new' : 'old'
  if (side === 'old') expect(tools).toEqual(oldTools)
  expect(readdirSync(slot.data).filter((name) => !KNOWN.test(name))).toEqual([])
  const state = path.relative(slot.home, path.join(slot.data, 'state.json'))
  const seqBefore = seqOf(old, state)
  const seq = seqOf(slot.all(), state)
  expect(seq).toBe(side === 'old' ? seqBefore : seqBefore + 1)
  expectHistory(slot, seq)
  return side
}

/** One whole entry per committed transaction, numbered without a gap. */
export function expectHistory(slot: Slot, seq: number): void {
  const folder = path.join(slot.data, 'history')
  const names = seq === 0 ? [] : readdirSync(folder).sort()
  expect(names).toEqual(Array.from({ length: seq }, (_, index) => `${String(index + 1).padStart(9, '0')}.json`))
  for (const name of names) expect(readEntry(path.join(folder, name), slot.host().vault)).toMatchObject({ id: name.slice(0, -5) })
}

/** The record may be a second name of the newest entry; a tree shows that as the path of the first. */
function seqOf(tree: Tree, name: string): number {
  const file = tree[name]
  if (file === undefined) return 0
  const content = file.kind === 'second name' ? tree[file.content]?.content : file.content
  return (JSON.parse(content?.split('\n', 1)[0] ?? '') as { seq: number }).seq
}

/** The next switch works at once, and a restore afterwards gives back what stood before Switchyard. */
export async function expectUsable(slot: Slot, { pristine }: Prepared): Promise<void> {
  const { api } = slot.core()
  const started = performance.now()
  const gamma = (await api['profiles.list']({})).find(({ name }) => name === 'Gamma')
  const report = await api['switch.apply']({ profileId: gamma?.id ?? '' })
  expect(performance.now() - started).toBeLessThan(1500)
  expect(report.status.map(({ state, profileName }) => `${state} ${profileName}`)).toEqual(Array(3).fill('in-sync Gamma'))
  await api['switch.restore']({})
  expect(slot.tools()).toEqual(pristine)
  expect(readdirSync(slot.data).filter((name) => !/^(profiles\.json|state\.json|vault\.(json|key)|history)$/.test(name))).toEqual([])
}
