import type { Draft } from './draft'

/** Drafts by profile id, or `new`. A key is never kept. */
const slot = (target: string) => `switchyard.draft.${target}`

export function keepDraft(storage: Storage, target: string, draft: Draft): void {
  storage.setItem(slot(target), JSON.stringify({ ...draft, key: '' }))
}

export function dropDraft(storage: Storage, target: string): void {
  storage.removeItem(slot(target))
}

/** The kept draft, laid over `base`, so that one from an older version is complete. */
export function keptDraft(storage: Storage, target: string, base: Draft): Draft | undefined {
  const text = storage.getItem(slot(target))
  if (!text) return undefined
  const kept = JSON.parse(text) as Partial<Draft>
  return { ...base, ...kept, key: base.key, tools: { ...base.tools, ...kept.tools } }
}
