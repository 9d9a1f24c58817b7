import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { SecretField } from '../../../components/secret-field'
import { TextField } from '../../../components/text-field'
import { useLocal } from '../../../i18n/use-local'
import { suggestedName } from './draft'
import { EndpointRows } from './endpoint-rows'
import type { ProfileFormState } from './use-profile-form'

interface RelayFieldsProps {
  readonly form: ProfileFormState
  readonly firstField: RefObject<HTMLInputElement | null>
}

/** URL, key and name: all that a profile needs. */
export function RelayFields({ form, firstField }: RelayFieldsProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const { draft, derivation, faults, storedKey, stored, change, touch } = form
  const notes = derivation && !derivation.problem ? derivation.notes.map(local).join(' ') : ''
  return (
    <div className="flex flex-col gap-4">
      <TextField
        code
        ref={firstField}
        label={t('form.url')}
        value={draft.url}
        placeholder="https://relay.example"
        hint={notes}
        fault={faults.url}
        onBlur={() => touch('url')}
        onChange={(url) => change({ url })}
      />
      <EndpointRows form={form} />
      <SecretField
        label={t('form.key')}
        value={draft.key}
        placeholder={storedKey ? t('form.keyStored', { key: storedKey }) : 'sk-…'}
        hint={stored && draft.key === '' ? t('form.keyKeep') : undefined}
        fault={faults.key}
        onBlur={() => touch('key')}
        onChange={(key) => change({ key })}
      />
      <TextField
        label={t('form.name')}
        value={draft.name}
        placeholder={suggestedName(derivation?.root ?? '') || t('form.namePlaceholder')}
        fault={faults.name}
        onBlur={() => touch('name')}
        onChange={(name) => change({ name })}
      />
    </div>
  )
}
