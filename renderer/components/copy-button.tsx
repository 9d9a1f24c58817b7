import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../lib/copy-text'
import { useAppStore } from '../store/context'
import { IconButton } from './icon-button'

/** Copies a text; `label` says which. */
export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation()
  const attempt = useAppStore((state) => state.attempt)
  const [done, setDone] = useState(false)
  useEffect(() => {
    if (!done) return
    const timer = setTimeout(() => setDone(false), 1500)
    return () => clearTimeout(timer)
  }, [done])
  return (
    <>
      <IconButton label={label} onClick={() => void attempt(() => copyText(text).then(() => setDone(true)))}>
        {done ? <Check size={15} className="text-accent-text" aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
      </IconButton>
      <span role="status" className="sr-only">
        {done && t('common.copied')}
      </span>
    </>
  )
}
