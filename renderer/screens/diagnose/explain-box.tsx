import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Explanation } from '../../../shared/model/finding'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { TextArea } from '../../components/text-area'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'

/** The doctor takes no more than this. */
const longest = 200_000

/** Tools say misleading things; pasted here, they turn into the real cause. */
export function ExplainBox() {
  const { t } = useTranslation()
  const explain = useAppStore((state) => state.explain)
  const [text, setText] = useState('')
  const [answers, setAnswers] = useState<readonly Explanation[]>()
  const { run, busy, problem } = useTask()
  const ask = () => void run(async () => setAnswers(await explain(text.slice(-longest))))
  return (
    <section aria-label={t('explain.title')} className="flex flex-col gap-2.5">
      <TextArea label={t('explain.title')} placeholder={t('explain.placeholder')} value={text} onChange={setText} />
      <Button className="self-start" size="small" busy={busy} disabled={text.trim() === ''} onClick={ask}>
        {t('explain.ask')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      <div aria-live="polite" className="flex flex-col gap-3 empty:hidden">
        {answers?.length === 0 && <p className="text-ink-soft">{t('explain.unknown')}</p>}
        {answers?.map((answer) => (
          <Answer key={answer.id} answer={answer} />
        ))}
      </div>
    </section>
  )
}

function Answer({ answer }: { readonly answer: Explanation }) {
  const { t } = useTranslation()
  const local = useLocal()
  const recheck = useAppStore((state) => state.recheck)
  const findings = useAppStore((state) => state.findings)
  return (
    <article className="flex flex-col gap-1 border-l-2 border-accent pl-3">
      <p className="flex gap-2 font-code text-small text-ink-soft">
        <ToolGlyph tool={answer.tool} className="mt-0.5 size-3.5" />
        <span className="min-w-0 break-path">{answer.said}</span>
      </p>
      <p className="break-path">{local(answer.cause)}</p>
      <p className="text-ink-soft break-path">{local(answer.cure)}</p>
      {answer.checks.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 pt-1 text-small text-ink-faint">
          {t('explain.checks')}
          {answer.checks.map((check) => {
            const known = findings.find((finding) => finding.check === check)
            return (
              <Button key={check} size="small" look="plain" className="max-w-full" onClick={() => void recheck(check)}>
                <span className="truncate">{known ? local(known.title) : check}</span>
              </Button>
            )
          })}
        </p>
      )}
    </article>
  )
}
