import { KeyRound, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ToolDescriptor } from '../../../../shared/model/tool'
import { SelectField } from '../../../components/select-field'
import { useLocal } from '../../../i18n/use-local'
import type { ProfileFormState } from './use-profile-form'

interface KeyDeliveryFieldProps {
  readonly form: ProfileFormState
  readonly tools: readonly ToolDescriptor[]
}

/** Whether tools find the key in their files or ask for it; each tool says in its own words what that means for it. */
export function KeyDeliveryField({ form, tools }: KeyDeliveryFieldProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const { keyDelivery, tools: drafts } = form.draft
  const served = tools.filter(({ id }) => drafts[id]?.enabled)
  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label={t('delivery.label')}
        hint={keyDelivery === 'file' ? t('delivery.fileHint') : t('delivery.commandHint')}
        value={keyDelivery}
        choices={[
          { id: 'file', label: t('delivery.file') },
          { id: 'command', label: t('delivery.command') },
        ]}
        onChange={(chosen) => form.change({ keyDelivery: chosen === 'command' ? 'command' : 'file' })}
      />
      <ul aria-live="polite" className="flex flex-col gap-1 empty:hidden">
        {keyDelivery === 'command' &&
          served.map(({ id, keyCommand: { can, note } }) => {
            const Icon = can ? KeyRound : TriangleAlert
            return (
              <li key={id} className="flex gap-2 text-small text-ink-soft">
                <Icon size={14} aria-hidden="true" className={can ? 'mt-0.5 shrink-0 text-ink-faint' : 'mt-0.5 shrink-0 text-warn-text'} />
                {local(note)}
              </li>
            )
          })}
      </ul>
    </div>
  )
}
