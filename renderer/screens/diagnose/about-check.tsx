import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckAbout, Finding } from '../../../shared/model/finding'
import type { Problem } from '../../../shared/model/switch'
import { CopyButton } from '../../components/copy-button'
import { Fold } from '../../components/fold'
import { useLocal } from '../../i18n/use-local'
import { toProblem } from '../../lib/to-problem'
import { useAppStore } from '../../store/context'

/** Where the documentation speaks about a check. */
const anchorOf = (check: string) => `docs/diagnostics.md#${check}`

/** What the documentation says about a check, in place: the same words, from the same source, also without a network. */
export function AboutCheck({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  return (
    <Fold title={t('diagnose.about')}>
      <Page finding={finding} />
    </Fold>
  )
}

/** Asked for when it is first unfolded. */
function Page({ finding: { check, title } }: { readonly finding: Finding }) {
  const { t } = useTranslation()
  const local = useLocal()
  const read = useAppStore((state) => state.aboutCheck)
  const [about, setAbout] = useState<CheckAbout>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    let gone = false
    read(check).then(
      (found) => !gone && setAbout(found),
      (error: unknown) => !gone && setProblem(toProblem(error)),
    )
    return () => {
      gone = true
    }
  }, [read, check])
  if (problem !== undefined) return <p className="text-ink-soft">{local(problem.message)}</p>
  if (about === undefined) return <p className="text-ink-faint">{t('common.loading')}</p>
  const marks = [
    about.seed.length > 0 && t('diagnose.guide', { numbers: about.seed.join(', ') }),
    about.asksRelay && t('diagnose.asksRelay'),
    about.onRequest && t('diagnose.onRequest'),
  ].filter((mark) => mark !== false)
  return (
    <div className="flex max-w-prose flex-col gap-1 break-path">
      <p className="font-medium">{local(about.title)}</p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-ink-soft">
        <Term name={t('diagnose.whenNot')} text={local(about.cause)} />
        <Term name={t('diagnose.whyItMatters')} text={local(about.why)} />
        {about.cure && <Term name={about.mends ? t('diagnose.mends') : t('diagnose.cure')} text={local(about.cure)} />}
      </dl>
      <p className="flex flex-wrap items-center gap-x-1.5 text-small text-ink-faint">
        <span className="font-code">{anchorOf(check)}</span>
        <CopyButton text={anchorOf(check)} label={t('diagnose.copyAnchor', { title: local(title) })} />
        {marks.length > 0 && <span>{marks.join(' · ')}</span>}
      </p>
    </div>
  )
}

function Term({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd>{text}</dd>
    </>
  )
}
