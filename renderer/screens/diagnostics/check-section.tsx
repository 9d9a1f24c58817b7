import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckAbout } from '../../../shared/model/finding'
import { CopyButton } from '../../components/copy-button'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { sectionId } from './address'

interface CheckSectionProps {
  readonly about: CheckAbout
  /** Given to the section that the page was opened at. */
  readonly heading: RefObject<HTMLHeadingElement | null> | undefined
}

/** What the documentation says about one check. */
export function CheckSection({ about, heading }: CheckSectionProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const title = local(about.title)
  const anchor = `docs/diagnostics.md#${about.id}`
  const marks = [
    about.seed.length > 0 && t('diagnose.guide', { numbers: about.seed.join(', ') }),
    about.asksRelay && t('diagnose.asksRelay'),
    about.onRequest && t('diagnose.onRequest'),
  ].filter((mark) => mark !== false)
  return (
    <section
      id={sectionId(about.id)}
      aria-label={title}
      className={classes(
        'flex max-w-prose scroll-mt-2 flex-col gap-1 border-l-2 py-2.5 pl-3 break-path',
        heading ? 'border-l-accent' : 'border-l-transparent',
      )}
    >
      <h4 ref={heading} tabIndex={heading && -1} className="font-medium outline-none">
        {title}
      </h4>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-ink-soft">
        <Term name={t('diagnose.whenNot')} text={local(about.cause)} />
        <Term name={t('diagnose.whyItMatters')} text={local(about.why)} />
        {about.cure && <Term name={about.mends ? t('diagnose.mends') : t('diagnose.cure')} text={local(about.cure)} />}
      </dl>
      <p className="flex flex-wrap items-center gap-x-1.5 text-small text-ink-faint">
        <span className="font-code">{anchor}</span>
        <CopyButton text={anchor} label={t('diagnose.copyAnchor', { title })} />
        {marks.length > 0 && <span>{marks.join(' · ')}</span>}
      </p>
    </section>
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
