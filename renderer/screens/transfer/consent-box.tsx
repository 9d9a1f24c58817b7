import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckMark } from '../paste/recognised'

/** A yes to the risks that the list shows. */
export function ConsentBox({ checked, onChange }: { readonly checked: boolean; readonly onChange: (checked: boolean) => void }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="mb-1 flex w-full items-center gap-2.5 rounded-md bg-warn-soft px-3 py-2.5 forced-colors:border">
      <CheckMark id={id} checked={checked} onChange={onChange} />
      <label id={`${id}-label`} htmlFor={id} className="text-warn-text">
        {t('transfer.consent')}
      </label>
    </div>
  )
}
