import { useTranslation } from 'react-i18next'
import { TextArea } from '../../../components/text-area'
import { TextField } from '../../../components/text-field'
import { ColorPicker } from './color-picker'
import type { ProfileFormState } from './use-profile-form'

/** What helps the user to tell profiles apart; no tool sees it. */
export function DetailFields({ form }: { readonly form: ProfileFormState }) {
  const { t } = useTranslation()
  const { draft, faults, change, touch } = form
  return (
    <section aria-labelledby="form-about" className="flex flex-col gap-4">
      <h3 id="form-about" className="font-semibold">
        {t('form.about')}
      </h3>
      <ColorPicker value={draft.color} onChange={(color) => change({ color })} />
      <TextField
        code
        label={t('form.website')}
        value={draft.website}
        placeholder="https://"
        fault={faults.website}
        onBlur={() => touch('website')}
        onChange={(website) => change({ website })}
      />
      <TextField label={t('form.tags')} hint={t('form.tagsHint')} value={draft.tags} onChange={(tags) => change({ tags })} />
      <TextArea label={t('form.notes')} value={draft.notes} onChange={(notes) => change({ notes })} />
    </section>
  )
}
