import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button'
import { controlLook } from '../../../components/field'
import { IconButton } from '../../../components/icon-button'
import { classes } from '../../../lib/classes'
import type { ProfileFormState } from './use-profile-form'

/** Further URLs of the same relay, one per row; the connection test tells which is the fastest. */
export function EndpointRows({ form }: { readonly form: ProfileFormState }) {
  const { t } = useTranslation()
  const { endpoints } = form.draft
  const put = (next: readonly string[]) => form.change({ endpoints: next })
  return (
    <div className="-mt-2 flex flex-col gap-1.5">
      {endpoints.map((url, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and are never sorted
        <div key={at} className="flex items-center gap-1.5">
          <input
            aria-label={t('endpoints.nth', { n: at + 1 })}
            placeholder="https://asia.relay.example"
            value={url}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => put(endpoints.with(at, event.currentTarget.value))}
            className={classes(controlLook, 'font-code text-small')}
          />
          <IconButton label={t('endpoints.remove', { n: at + 1 })} onClick={() => put(endpoints.toSpliced(at, 1))}>
            <X size={15} aria-hidden="true" />
          </IconButton>
        </div>
      ))}
      <Button size="small" look="ghost" className="-ml-2 self-start" onClick={() => put([...endpoints, ''])}>
        <Plus size={14} aria-hidden="true" />
        {t('endpoints.add')}
      </Button>
    </div>
  )
}
