import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeyView } from '../../../../shared/model/profile'
import { Button } from '../../../components/button'
import { ProblemNote } from '../../../components/problem-note'
import { SecretField } from '../../../components/secret-field'
import { TextField } from '../../../components/text-field'
import { keyName } from '../../../lib/key-words'
import { useTask } from '../../../lib/use-task'
import { useAppStore } from '../../../store/context'

interface KeyFormProps {
  readonly profileId: string
  /** Without it: a further key. */
  readonly stored?: KeyView
  readonly onDone: () => void
  /** Told whether something is typed that is not saved. */
  readonly onTyped: (typed: boolean) => void
}

/** A further key of a profile, or the label and last day of one that is there. */
export function KeyForm({ profileId, stored, onDone, onTyped }: KeyFormProps) {
  const { t } = useTranslation()
  const addKey = useAppStore((state) => state.addKey)
  const editKey = useAppStore((state) => state.editKey)
  const [key, setKey] = useState('')
  const [label, setLabel] = useState(stored?.label ?? '')
  const [expiresAt, setExpiresAt] = useState(stored?.expiresAt ?? '')
  const { run, busy, problem } = useTask()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const typed = key !== '' || label !== (stored?.label ?? '') || expiresAt !== (stored?.expiresAt ?? '')
  useEffect(() => {
    onTyped(typed)
    return () => onTyped(false)
  }, [typed, onTyped])

  const save = async () => {
    const saved = await run(() =>
      stored
        ? editKey(profileId, stored.id, { label, expiresAt })
        : addKey(profileId, key, { ...(label.trim() && { label }), ...(expiresAt && { expiresAt }) }),
    )
    if (saved) onDone()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void save()
  }
  return (
    <form
      ref={form}
      noValidate
      aria-label={stored ? t('profileKeys.edit', { key: keyName(stored) }) : t('profileKeys.add')}
      onSubmit={onSubmit}
      className="flex flex-col gap-3"
    >
      {!stored && <SecretField label={t('profileKeys.key')} value={key} placeholder="sk-…" onChange={setKey} />}
      <div className="flex gap-3">
        <TextField
          fieldClassName="flex-1"
          label={t('profileKeys.label')}
          placeholder={t('profileKeys.labelPlaceholder')}
          value={label}
          maxLength={60}
          onChange={setLabel}
        />
        <TextField fieldClassName="w-40" type="date" label={t('profileKeys.expires')} value={expiresAt} onChange={setExpiresAt} />
      </div>
      {problem && <ProblemNote problem={problem} />}
      <div className="flex justify-end gap-2">
        <Button size="small" look="ghost" onClick={onDone}>
          {t('common.cancel')}
        </Button>
        <Button size="small" look="primary" type="submit" busy={busy}>
          {stored ? t('profileKeys.save') : t('profileKeys.add')}
        </Button>
      </div>
    </form>
  )
}
