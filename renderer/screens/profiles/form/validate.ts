import type { TFunction } from 'i18next'
import { keysInSettings } from '../../../../shared/model/key-in-setting'
import type { Derivation, ProfileView } from '../../../../shared/model/profile'
import type { FieldFault } from '../../../components/field'
import type { Draft, ToolDraft } from './draft'
import { parseExtra } from './extra-value'

/** What is wrong, by field: `name`, `url`, `key`, `website`, `tools`, `<tool>.baseUrl`, `<tool>.extra`. */
export type Faults = Readonly<Record<string, FieldFault>>

interface Surroundings {
  readonly derivation?: Derivation
  /** Names of the other profiles. */
  readonly names: readonly string[]
  /** An edit may leave the key empty. */
  readonly hasStoredKey: boolean
  /** What the profile says now, of an edit: a key that an earlier version let into a further setting may stay. */
  readonly stored?: ProfileView
  readonly local: (text: { readonly en: string; readonly zh: string }) => string
}

/** Everything that can be said before the host is asked; the host has the last word. */
export function validate(draft: Draft, around: Surroundings, t: TFunction): Faults {
  const faults: Record<string, FieldFault> = {}
  const add = (field: string, fault: FieldFault | undefined) => {
    if (fault) faults[field] = fault
  }
  add('name', nameFault(draft, around, t))
  add('url', urlFault(draft, around, t))
  add('key', keyFault(draft.key, around.hasStoredKey, t))
  if (draft.website.trim() && !isWebAddress(draft.website.trim()))
    add('website', { message: t('fault.website'), cure: t('fault.websiteCure') })
  if (!Object.values(draft.tools).some((tool) => tool.enabled)) add('tools', { message: t('fault.tools'), cure: t('fault.toolsCure') })
  for (const [id, tool] of Object.entries(draft.tools)) {
    if (!tool.enabled) continue
    if (tool.baseUrl.trim() && !isWebAddress(tool.baseUrl.trim()))
      add(`${id}.baseUrl`, { message: t('fault.baseUrl'), cure: t('fault.baseUrlCure') })
    add(`${id}.extra`, extraFault(tool, t) ?? keyInExtra(id, tool, around.stored, t))
  }
  return faults
}

function nameFault(draft: Draft, { names }: Surroundings, t: TFunction): FieldFault | undefined {
  const name = draft.name.trim().toLowerCase()
  if (name && names.some((other) => other.toLowerCase() === name)) return { message: t('fault.nameTaken'), cure: t('fault.nameTakenCure') }
  return undefined
}

function urlFault(draft: Draft, { derivation, local }: Surroundings, t: TFunction): FieldFault | undefined {
  if (draft.url.trim() === '') return { message: t('fault.urlMissing'), cure: t('fault.urlMissingCure') }
  return derivation?.problem && { message: local(derivation.problem.message), cure: local(derivation.problem.hint) }
}

function keyFault(typed: string, hasStoredKey: boolean, t: TFunction): FieldFault | undefined {
  const key = typed.trim()
  if (key === '') return hasStoredKey && typed === '' ? undefined : { message: t('fault.keyMissing'), cure: t('fault.keyMissingCure') }
  if (/\s/.test(key)) return { message: t('fault.keyBlank'), cure: t('fault.keyBlankCure') }
  if (/[…•*]{2,}|…/.test(key)) return { message: t('fault.keyMasked'), cure: t('fault.keyMaskedCure') }
  // Header values are ASCII; a full-width letter or a quote from a chat program gets no answer but 401.
  if (/[^\x21-\x7e]/.test(key)) return { message: t('fault.keyLetters'), cure: t('fault.keyLettersCure') }
  return undefined
}

function extraFault(tool: ToolDraft, t: TFunction): FieldFault | undefined {
  const keys = tool.extra.map((row) => row.key.trim())
  if (tool.extra.some((row) => row.key.trim() === '' && row.value.trim() !== ''))
    return { message: t('fault.extraKey'), cure: t('fault.extraKeyCure') }
  const named = keys.filter(Boolean)
  if (new Set(named).size < named.length) return { message: t('fault.extraTwice'), cure: t('fault.extraTwiceCure') }
  return undefined
}

function keyInExtra(id: string, tool: ToolDraft, stored: ProfileView | undefined, t: TFunction): FieldFault | undefined {
  const extra = Object.fromEntries(tool.extra.map((row) => [row.key.trim(), parseExtra(row.value)]))
  const [found] = keysInSettings({ [id]: { extra } }, stored?.tools)
  return found && { message: t('fault.extraSecret', { name: found.name }), cure: t('fault.extraSecretCure') }
}

const isWebAddress = (text: string) => /^https?:\/\//i.test(text) && URL.canParse(text)
