import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { SecretField } from '../../components/secret-field'
import { TextField } from '../../components/text-field'
import { useAppStore } from '../../store/context'

/** The first thing a newcomer sees: room for a URL and a key, and nothing else to decide. */
export function FirstRun() {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const [url, setUrl] = useState('')
  const [key, setKey] = useState('')
  return (
    <section aria-labelledby="first-run-title" className="mx-auto flex w-full max-w-lg flex-col gap-5 px-6 pt-8">
      <div className="flex flex-col gap-1.5">
        <h2 id="first-run-title" className="text-hero font-semibold tracking-tight">
          {t('firstRun.title')}
        </h2>
        <p className="text-large text-ink-soft">{t('firstRun.text')}</p>
      </div>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          openOverlay({ kind: 'form', prefill: { url, key } })
        }}
      >
        <TextField code label={t('form.url')} value={url} onChange={setUrl} placeholder="https://relay.example" />
        <SecretField label={t('form.key')} value={key} onChange={setKey} placeholder="sk-…" />
        <Button look="primary" type="submit" className="mt-1 self-start">
          {t('firstRun.go')}
        </Button>
      </form>
      <p className="text-small text-ink-faint">{t('firstRun.promise')}</p>
    </section>
  )
}
