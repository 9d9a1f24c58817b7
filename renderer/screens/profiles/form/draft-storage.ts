import { holdsKey } from '../../../../shared/model/key-in-setting'
import type { ShellName } from '../../../../shared/model/switch'
import type { Draft, ExtraRow, ToolDraft } from './draft'

/** Where drafts are. */
export interface DraftPlaces {
  /** What is being typed, in case the page is loaded again. */
  readonly typed: Storage
  /** What the user wanted to keep. */
  readonly kept: Storage
}

/** What was kept on the desktop outlives the app. A browser keeps it with the tab: later another program may serve at our address, and read what is there. */
export const draftPlaces = (shell: ShellName | undefined): DraftPlaces => ({
  typed: sessionStorage,
  kept: shell === 'desktop' ? localStorage : sessionStorage,
})

const prefix = 'switchyard.draft.'
/** Drafts by target: a profile's id, or that of a new one (see `newTarget`). A key is never kept. */
const slot = (target: string) => `${prefix}${target}`

/** Where a new profile's draft is kept. One that starts from a URL has a place of its own, so that it pushes no other draft out. */
export const newTarget = (url?: string): string => (url === undefined ? 'new' : `new ${url}`)

/** The target of the draft that an empty form for a new profile goes on with; `new` when nothing is kept. */
export function keptNewTarget({ typed, kept }: DraftPlaces): string {
  const slots = [typed, kept].flatMap((storage) => Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? ''))
  if (slots.includes(slot(newTarget()))) return newTarget()
  return slots.find((key) => key.startsWith(slot(newTarget(''))))?.slice(prefix.length) ?? newTarget()
}

/** What is being typed, as of now. */
export function noteDraft({ typed }: DraftPlaces, target: string, draft: Draft): void {
  store(typed, target, draft)
}

/** What the user wants to keep. */
export function keepDraft(places: DraftPlaces, target: string, draft: Draft): void {
  dropDraft(places, target)
  store(places.kept, target, draft)
}

function store(storage: Storage, target: string, draft: Draft): void {
  const tools = Object.fromEntries(Object.entries(draft.tools).map(([id, tool]) => [id, { ...tool, extra: tool.extra.map(withoutKey) }]))
  storage.setItem(slot(target), JSON.stringify({ ...draft, key: '', tools }))
}

/** A key that was typed into a further setting is refused, and kept no more than any other. */
const withoutKey = (row: ExtraRow): ExtraRow => (holdsKey(row.key, row.value) ? { ...row, value: '' } : row)

/** True for what was kept where it outlives the page, and was not typed on since. */
export const isSafe = ({ typed, kept }: DraftPlaces, target: string): boolean =>
  typed !== kept && typed.getItem(slot(target)) === null && kept.getItem(slot(target)) !== null

export function dropDraft({ typed, kept }: DraftPlaces, target: string): void {
  for (const storage of [typed, kept]) storage.removeItem(slot(target))
}

/** The draft there is, laid over `base`, so that one from an older version is complete. Of a damaged one the sound fields are taken. */
export function keptDraft(places: DraftPlaces, target: string, base: Draft): Draft | undefined {
  const kept = parsed(places.typed.getItem(slot(target))) ?? parsed(places.kept.getItem(slot(target)))
  if (kept === undefined) return undefined
  const sound = Object.entries(base).filter(([field, value]) => typeof value === 'string' && typeof kept[field] === 'string')
  const tools = Object.entries(isRecord(kept.tools) ? kept.tools : {}).flatMap(([id, tool]) =>
    isToolDraft(tool) ? [[id, tool] as const] : [],
  )
  return {
    ...base,
    ...Object.fromEntries(sound.map(([field]) => [field, kept[field]])),
    endpoints: isListOf(kept.endpoints, isText) ? kept.endpoints : base.endpoints,
    key: base.key,
    tools: { ...base.tools, ...Object.fromEntries(tools) },
  }
}

function parsed(text: string | null): Readonly<Record<string, unknown>> | undefined {
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    // Cut off or written by something else: there is nothing to bring back.
    return undefined
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem)
const isRow = (value: unknown): value is ExtraRow =>
  isRecord(value) && typeof value.id === 'number' && isText(value.key) && isText(value.value)
const isToolDraft = (value: unknown): value is ToolDraft =>
  isRecord(value) &&
  typeof value.enabled === 'boolean' &&
  isText(value.baseUrl) &&
  isRecord(value.models) &&
  Object.values(value.models).every(isText) &&
  isRecord(value.options) &&
  Object.values(value.options).every((option) => isText(option) || typeof option === 'boolean') &&
  isListOf(value.extra, isRow)
