import { keysInSettings } from '../../../shared/model/key-in-setting'
import type { Profile } from '../../../shared/model/profile'
import { type LocalText, text } from '../../../shared/model/text'
import { LONGEST_IMPORT } from '../../../shared/model/transfer'
import { ProblemError } from '../../../shared/transport'
import { readRelayUrl } from '../base-url'
import { comparable } from '../profile-names'
import { buildProfile } from '../profiles'
import type { ToolAdapter } from '../tools/tool'
import { leftOut } from './foreign-profiles'
import { freeName } from './free-name'
import { badProfile, isDatabase, notAnImport, tooLong } from './import-problems'
import { parseJson } from './parse-json'
import type { Candidate, Source, TransferFile } from './portable'
import { activeOf, cleanKeys } from './portable-keys'
import { distinct, risksOf } from './portable-risks'
import { sources } from './sources/index'

/** A file that was read: whose it is, and profiles of which every one can be imported. */
export interface ReadTransfer {
  readonly source: LocalText
  readonly candidates: readonly Candidate[]
  readonly notices: readonly LocalText[]
}

/**
 * Reads a file of any kind that is known. Pure; nothing in it is run, fetched or written.
 * @throws {ProblemError} naming the file, and what to do
 */
export async function readTransfer(
  given: Omit<TransferFile, 'json'>,
  adapters: readonly ToolAdapter[],
  now: Date,
): Promise<ReadTransfer | 'sealed'> {
  if (given.text.length > LONGEST_IMPORT) throw tooLong(given)
  const body = given.text.replace(/^\uFEFF/, '')
  if (body.startsWith('SQLite format 3')) throw isDatabase(given)
  const file: TransferFile = { ...given, text: body, json: parseJson(body, given) }
  for (const source of sources) {
    const contents = await source.read(file, adapters)
    if (contents === 'sealed') return contents
    if (contents === undefined) continue
    const { candidates, notices } = usable(contents.candidates, source, file, adapters, now)
    return { source: source.label, candidates, notices: eachOnce([...contents.notices, ...notices]) }
  }
  throw notAnImport(file)
}

const eachOnce = (notices: readonly LocalText[]): readonly LocalText[] => [
  ...new Map(notices.map((notice) => [notice.en, notice])).values(),
]

/** Every profile is built once, so that nothing can fail when it is written. */
function usable(candidates: readonly Candidate[], source: Source, file: TransferFile, adapters: readonly ToolAdapter[], now: Date) {
  const good: Candidate[] = []
  const notices: LocalText[] = []
  const names = new Set<string>()
  for (const candidate of candidates) {
    const { name } = candidate.profile
    const isTaken = names.has(comparable(name))
    if (isTaken && source.strict)
      throw badProfile(file, `"${name.slice(0, 80)}"`, text('the name is there twice.', '名称重复。'), renameOne)
    try {
      const checked = checkedCandidate(isTaken ? renamed(candidate, freeName(name, names)) : candidate, adapters, now)
      good.push(checked)
      names.add(comparable(checked.profile.name))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { message, hint } = error.problem
      if (source.strict) throw badProfile(file, `"${name.slice(0, 80)}"`, message, hint)
      notices.push(leftOut(text(`"${name}"`, `“${name}”`), message))
    }
  }
  return { candidates: good, notices }
}

const renameOne = text('Give one of them another name in the file.', '请在文件中为其中一个改名。')

const renamed = (candidate: Candidate, name: string): Candidate => ({ ...candidate, profile: { ...candidate.profile, name } })

/** As `profiles.edit` would refuse them: a key among the further settings. */
const withoutSettings = (tools: Profile['tools'], gone: ReturnType<typeof keysInSettings>): Profile['tools'] =>
  Object.fromEntries(
    Object.entries(tools).map(([id, tool]) => {
      const kept = Object.entries(tool.extra).filter(([name]) => !gone.some((one) => one.tool === id && one.name === name))
      return [id, { ...tool, extra: Object.fromEntries(kept) }]
    }),
  )

/** A tool that this version does not know is left out, and said; so is a key in a further setting. */
function checkedCandidate({ profile, notices, risks }: Candidate, adapters: readonly ToolAdapter[], now: Date): Candidate {
  const known = Object.entries(profile.tools).filter(([id]) => adapters.some(({ descriptor }) => descriptor.id === id))
  const unknown = Object.keys(profile.tools).filter((id) => !known.some(([one]) => one === id))
  const keys = cleanKeys(profile.relay.keys)
  const secrets = keysInSettings(Object.fromEntries(known))
  const clean = { ...profile, tools: withoutSettings(Object.fromEntries(known), secrets), relay: { ...profile.relay, keys } }
  const built = buildProfile({ ...clean, relay: { ...clean.relay, key: activeOf(keys)?.key } }, adapters, undefined, now)
  const website = profile.relay.website
  const isWeb = website === undefined || 'root' in readRelayUrl(website)
  const left = [
    ...unknown.map((id) => id.slice(0, 40)),
    ...secrets.map(({ tool, name }) => `${tool}.${name.slice(0, 60)}`),
    ...(isWeb ? [] : ['website']),
  ]
  return {
    profile: { ...clean, name: built.name, relay: { ...clean.relay, ...(isWeb ? {} : { website: undefined }) } },
    notices: eachOnce(left.length === 0 ? notices : [...notices, text(`Left out: ${left.join(', ')}.`, `已忽略：${left.join('、')}。`)]),
    risks: distinct([...risks, ...risksOf(built)]),
  }
}
