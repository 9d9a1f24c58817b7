import { useTranslation } from 'react-i18next'
import { Segmented } from '../../components/segmented'
import { SelectField } from '../../components/select-field'
import { TextField } from '../../components/text-field'
import type { KeyTargetState } from './use-key-target'

/** Offers to keep the key with a profile that has its relay, beside making a new one. */
export function KeyTarget({ target }: { readonly target: KeyTargetState }) {
  const { t } = useTranslation()
  const { profiles, profileId, choose } = target
  const [first] = profiles
  if (!first) return null
  const several = profiles.length > 1
  return (
    <section aria-label={t('paste.target')} className="flex flex-col gap-3 rounded-lg border border-line px-3 py-2.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p role="status" className="min-w-48 flex-1 break-path">
          {several ? t('paste.sameRelays', { count: profiles.length }) : t('paste.sameRelay', { name: first.name })}
        </p>
        <Segmented
          label={t('paste.target')}
          value={profileId === undefined ? 'new' : 'key'}
          choices={[
            { id: 'new', label: t('paste.targetNew') },
            { id: 'key', label: several ? t('paste.targetOne') : t('paste.targetKey') },
          ]}
          onChange={(where) => choose(where === 'new' ? undefined : first.id)}
        />
      </div>
      {profileId !== undefined && (
        <>
          {several && (
            <SelectField
              label={t('paste.targetProfile')}
              value={profileId}
              choices={profiles.map(({ id, name }) => ({ id, label: name }))}
              onChange={choose}
            />
          )}
          <div className="flex gap-3">
            <TextField
              fieldClassName="flex-1"
              label={t('profileKeys.label')}
              placeholder={t('profileKeys.labelPlaceholder')}
              value={target.label}
              maxLength={60}
              onChange={target.setLabel}
            />
            <TextField
              fieldClassName="w-40"
              type="date"
              label={t('profileKeys.expires')}
              value={target.expiresAt}
              onChange={target.setExpiresAt}
            />
          </div>
          <p className="text-small text-ink-faint">{t('paste.keyWaits')}</p>
        </>
      )}
    </section>
  )
}
