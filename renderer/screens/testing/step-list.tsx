import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CurlShell, type CurlStep, curlOfStep, type StepReport } from '../../../shared/model/probe'
import { Button } from '../../components/button'
import { Segmented } from '../../components/segmented'
import { Toggle } from '../../components/toggle'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { copyText } from '../../lib/copy-text'
import { timeText } from '../../lib/health'
import { useAppStore } from '../../store/context'
import { stepWords } from './step-words'

const colors: Readonly<Record<StepReport['state'], string>> = {
  ok: 'text-accent-text',
  warn: 'text-warn-text',
  fail: 'text-danger-text',
  skipped: 'text-ink-faint',
  unknown: 'text-ink-faint',
}

interface StepListProps {
  readonly profileId: string
  readonly tool: string
  readonly steps: readonly StepReport[]
}

/** Every step with its time, and as a command to run by hand. */
export function StepList({ profileId, tool, steps }: StepListProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const curl = useAppStore((state) => state.curl)
  const copySecret = useAppStore((state) => state.copySecret)
  const attempt = useAppStore((state) => state.attempt)
  const notify = useAppStore((state) => state.notify)
  const [shell, setShell] = useState<CurlShell>('bash')
  const [reveal, setReveal] = useState(false)
  const states: Readonly<Record<StepReport['state'], string>> = {
    ok: t('stepState.ok'),
    warn: t('stepState.warn'),
    fail: t('stepState.fail'),
    skipped: t('stepState.skipped'),
    unknown: t('stepState.unknown'),
  }
  const copy = (step: CurlStep) => {
    const make = () => curl({ profileId, tool, step, shell, reveal })
    if (reveal) return void copySecret(make)
    void attempt(async () => {
      await copyText(await make())
      notify({ kind: 'copied' })
    })
  }
  if (steps.length === 0) return null
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <h3 className="text-small font-medium text-ink-soft">{t('test.allSteps')}</h3>
        <div className="ml-auto flex flex-wrap items-center gap-x-5 gap-y-2">
          <Segmented
            label={t('curl.shell')}
            value={shell}
            onChange={setShell}
            choices={[
              { id: 'bash', label: 'Bash' },
              { id: 'powershell', label: 'PowerShell' },
            ]}
          />
          <Toggle label={t('curl.reveal')} checked={reveal} onChange={setReveal} />
        </div>
      </div>
      <ol className="divide-y divide-line rounded-md border border-line bg-surface">
        {steps.map((step) => {
          const command = curlOfStep[step.id]
          const name = stepWords(step.id, t)
          return (
            <li key={step.id} className="grid min-h-8 grid-cols-[7rem_4rem_minmax(0,1fr)_auto] items-center gap-x-3 px-3 py-0.5 text-small">
              <span className="font-medium">
                {name}
                {step.costsTokens && <span className="block font-normal text-ink-faint">{t('test.costs')}</span>}
              </span>
              <span className="nums text-right text-ink-soft">{step.ms === undefined ? '' : timeText(step.ms)}</span>
              <span className="min-w-0 py-1 break-path">
                <span className={classes('font-medium', colors[step.state])}>{states[step.state]}</span>{' '}
                <span className="text-ink-soft">{local(step.detail)}</span>
              </span>
              {command && (
                <Button look="ghost" size="small" aria-label={t('curl.copyStep', { step: name })} onClick={() => copy(command)}>
                  {t('curl.copy')}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}
