import { Checkbox } from '@base-ui/react/checkbox'
import { Check, CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { Spinner } from '../../components/spinner'
import { useLocal } from '../../i18n/use-local'
import { hostOf } from '../../lib/host-of'
import type { PasteState } from './use-paste'

/** What the text turned out to be: the host large, the key masked, and what speaks against it. */
export function RecognisedCard({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  const local = useLocal()
  const { found, derivation } = paste
  if (!found) return null
  const missing = !found.url && found.keyMasked ? t('paste.needUrl') : found.url && !found.keyMasked ? t('paste.needKey') : undefined
  return (
    <section aria-label={t('paste.recognised')} aria-live="polite" className="flex flex-col gap-3">
      {found.source ? (
        <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
          {found.url && <p className="text-title font-semibold break-path">{hostOf(found.url)}</p>}
          <p className="font-code text-small text-ink-soft">{found.keyMasked || t('paste.noKey')}</p>
          <p className="ml-auto text-small text-ink-faint">{local(found.source)}</p>
        </div>
      ) : (
        <p className="text-ink-soft">{t('paste.nothing')}</p>
      )}
      {found.problems.map((problem) => (
        <p key={problem.field} role="alert" className="text-danger-text">
          {local(problem.message)} <span className="text-ink-soft">{local(problem.hint)}</span>
        </p>
      ))}
      {missing && found.problems.length === 0 && <p className="font-medium text-warn-text">{missing}</p>}
      {[...found.notices, ...(derivation?.notes ?? [])].map((notice) => (
        <p key={notice.en} className="flex gap-2 text-small text-ink-soft">
          <Info size={14} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-faint" />
          <span className="break-path">{local(notice)}</span>
        </p>
      ))}
      <Risks paste={paste} />
      <ProbeLine paste={paste} />
    </section>
  )
}

function Risks({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  const local = useLocal()
  const id = useId()
  const risks = paste.found?.risks ?? []
  if (risks.length === 0) return null
  return (
    <div className="flex flex-col gap-2 rounded-md bg-warn-soft p-3">
      <p className="font-medium text-warn-text">{t('paste.risks')}</p>
      {risks.map((risk) => (
        <p key={`${risk.id} ${risk.evidence}`} className="flex gap-2">
          <TriangleAlert size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
          <span className="break-path">
            {local(risk.message)} {risk.evidence && <code className="font-code text-small">{risk.evidence}</code>}
          </span>
        </p>
      ))}
      {risks.some((risk) => risk.consent) && (
        <div className="flex items-center gap-2">
          <CheckMark id={id} checked={paste.consent} onChange={paste.setConsent} />
          <label id={`${id}-label`} htmlFor={id}>
            {t('paste.agree')}
          </label>
        </div>
      )}
    </div>
  )
}

/** A box to tick; its label has the id `<id>-label`. */
export function CheckMark({
  id,
  checked,
  onChange,
}: {
  readonly id: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  return (
    <Checkbox.Root
      id={id}
      checked={checked}
      onCheckedChange={onChange}
      aria-labelledby={`${id}-label`}
      className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-edge bg-surface data-checked:border-accent data-checked:bg-accent"
    >
      <Checkbox.Indicator className="text-on-accent">
        <Check size={12} strokeWidth={3} aria-hidden="true" />
      </Checkbox.Indicator>
    </Checkbox.Root>
  )
}

const protocolNames: Readonly<Record<string, string>> = {
  anthropic: 'Anthropic',
  'openai-chat': 'OpenAI Chat',
  'openai-responses': 'OpenAI Responses',
  gemini: 'Gemini',
}

function ProbeLine({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  const local = useLocal()
  const { probe, asking } = paste
  if (asking)
    return (
      <p className="flex items-center gap-2 text-ink-soft">
        <Spinner />
        {t('paste.asking')}
      </p>
    )
  if (!probe) return null
  const good = probe.outcome === 'reached'
  const words = {
    reached: t('paste.outcomeReached'),
    refused: t('paste.outcomeRefused'),
    unreachable: t('paste.outcomeUnreachable'),
    unknown: t('paste.outcomeUnknown'),
  }[probe.outcome]
  const spoken = Object.entries(probe.protocols).flatMap(([protocol, speaks]) => (speaks ? [protocolNames[protocol] ?? protocol] : []))
  const facts = [
    spoken.length > 0 && t('paste.speaks', { list: spoken.join(', ') }),
    probe.models.length > 0 && t('paste.models', { count: probe.models.length }),
  ].filter(Boolean)
  return (
    <div className="flex items-start gap-2">
      {good ? (
        <CircleCheck size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-accent-text" />
      ) : (
        <CircleX size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-danger-text" />
      )}
      <p className="min-w-0 flex-1">
        <span className="font-medium">{words}</span>{' '}
        <span className="text-ink-soft">
          {good ? facts.join(' · ') : [probe.cause, probe.cure].map((each) => each && local(each)).join(' ')}
        </span>
      </p>
      {!good && (
        <Button size="small" look="ghost" onClick={paste.askAgain}>
          {t('paste.retry')}
        </Button>
      )}
    </div>
  )
}
