import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '../../components/spinner'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { timeText } from '../../lib/health'
import { useAppStore } from '../../store/context'

/** One check mark per tool, as the real answers arrive. */
export function Proof({ profileId }: { readonly profileId: string }) {
  const { t } = useTranslation()
  const local = useLocal()
  const test = useAppStore((state) => state.test)
  const tools = useAppStore((state) => state.tools)
  const rows = test?.rows.filter((row) => row.profileId === profileId) ?? []
  const running = test?.phase === 'running'
  return (
    <section aria-label={t('paste.proof')} aria-live="polite">
      {running && <p className="pb-2 text-ink-soft">{t('paste.proofRunning')}</p>}
      <ul className="divide-y divide-line rounded-lg border border-line">
        {rows.map(({ tool, report }) => {
          const label = tools.find(({ descriptor }) => descriptor.id === tool)?.descriptor.label ?? tool
          const outcome = report?.verdict.outcome
          return (
            <li key={tool} data-testid={`proof-${tool}`} data-outcome={outcome ?? 'waiting'} className="flex items-start gap-3 px-3 py-2.5">
              <ToolGlyph tool={tool} className="mt-0.5 text-ink-soft" />
              <div className="min-w-0 flex-1">
                <p className="font-medium">{label}</p>
                <p className="text-small text-ink-soft break-path">
                  {report ? local(report.verdict.cause) : t('paste.waiting')} {outcome === 'fails' && report && local(report.verdict.cure)}
                </p>
              </div>
              {report?.timings && <span className="nums text-small text-ink-faint">{timeText(report.timings.totalMs)}</span>}
              {!outcome && running && <Spinner />}
              {outcome === 'works' && <CircleCheck size={18} className="rise text-accent-text" aria-label={t('outcome.works')} />}
              {(outcome === 'warns' || outcome === 'reached') && (
                <TriangleAlert size={18} className="text-warn" aria-label={t('outcome.warns')} />
              )}
              {(outcome === 'fails' || outcome === 'cancelled') && (
                <CircleX size={18} className="text-danger-text" aria-label={t('outcome.fails')} />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
