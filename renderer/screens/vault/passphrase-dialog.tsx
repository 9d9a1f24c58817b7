import { type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Dialog } from '../../components/dialog'
import type { FieldFault } from '../../components/field'
import { ProblemNote } from '../../components/problem-note'
import { SecretField } from '../../components/secret-field'
import { Toggle } from '../../components/toggle'
import { useLocal } from '../../i18n/use-local'
import { useSlow, useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { shortest, strengthOf } from './strength'

interface PassphraseDialogProps {
  readonly title: string
  readonly description: string
  /** The word on the button. */
  readonly action: string
  /** A passphrase that is being chosen: asked for twice, with a word on its strength. */
  readonly fresh?: boolean
  /** See {@link Dialog}. */
  readonly above?: boolean
  /** Throws a ProblemError, which stands in the dialog. */
  readonly onSubmit: (passphrase: string, session: boolean) => Promise<void>
  readonly onDone: () => void
  readonly onClose: () => void
}

/** Asks for a passphrase. What is typed lives as long as the dialog. */
export function PassphraseDialog(props: PassphraseDialogProps) {
  const { title, description, action, fresh = false, above, onSubmit, onDone, onClose } = props
  const { t } = useTranslation()
  const local = useLocal()
  const id = useId()
  const canStay = useAppStore((state) => state.vault?.session ?? false)
  const field = useRef<HTMLInputElement>(null)
  const [passphrase, setPassphrase] = useState('')
  const [again, setAgain] = useState('')
  const [session, setSession] = useState(false)
  const [checked, setChecked] = useState(false)
  const { run, busy, problem, clear } = useTask()
  const slow = useSlow(busy)

  const strength = strengthOf(passphrase)
  const strengths = {
    short: t('passphrase.atLeast', { shortest }),
    weak: t('passphrase.weak'),
    fair: t('passphrase.fair'),
    strong: t('passphrase.strong'),
  }
  const words = { show: t('passphrase.show'), hide: t('passphrase.hide') }
  const isWrong = problem?.code === 'wrong-passphrase'
  const first = firstFault()
  const second = fresh && passphrase !== again ? { message: t('passphrase.differ') } : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (busy || first || second) return
    if (await run(() => onSubmit(passphrase, canStay && session))) onDone()
  }
  const type = (set: (value: string) => void) => (value: string) => {
    clear()
    setChecked(false)
    set(value)
  }
  return (
    <Dialog
      above={above}
      initialFocus={field}
      title={title}
      description={description}
      onClose={() => busy || onClose()}
      footer={
        <>
          <span role="status" className="mr-auto text-small text-ink-soft">
            {slow && (fresh ? t('passphrase.sealing') : t('passphrase.opening'))}
          </span>
          <Button disabled={busy} onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={id} look="primary" busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
        <SecretField
          label={fresh ? t('passphrase.fresh') : t('passphrase.label')}
          ref={field}
          words={words}
          value={passphrase}
          onChange={type(setPassphrase)}
          hint={fresh && (passphrase === '' ? strengths.short : strengths[strength])}
          fault={checked ? first : undefined}
        />
        {fresh && (
          <SecretField
            label={t('passphrase.again')}
            words={words}
            value={again}
            onChange={type(setAgain)}
            fault={checked && !first ? second : undefined}
          />
        )}
        {canStay ? (
          <Toggle label={t('passphrase.session')} hint={t('passphrase.sessionHint')} checked={session} onChange={setSession} />
        ) : (
          <p className="text-small text-ink-faint">{t('passphrase.noSession')}</p>
        )}
        {problem && !isWrong && <ProblemNote problem={problem} />}
      </form>
    </Dialog>
  )

  function firstFault(): FieldFault | undefined {
    if (problem && isWrong) return { message: local(problem.message), cure: problem.hint && local(problem.hint) }
    if (passphrase === '') return { message: t('passphrase.missing') }
    return fresh && strength === 'short' ? { message: t('passphrase.short'), cure: strengths.short } : undefined
  }
}
