import { type RefObject, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckGroup, DiagnosticsPage } from '../../../shared/model/finding'
import { Dialog } from '../../components/dialog'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { useAppStore } from '../../store/context'
import { sectionId } from './address'
import { CheckLink } from './check-link'
import { CheckSection } from './check-section'

/** The documentation of the checks, the same as docs/diagnostics.md and from the same source, so that it is there without a network too. */
export function DiagnosticsDialog() {
  const { t } = useTranslation()
  const opened = useAppStore((state) => state.diagnostics)
  const close = useAppStore((state) => state.closeDiagnostics)
  const heading = useRef<HTMLHeadingElement>(null)
  const at = opened?.page.checks.some(({ id }) => id === opened.at) ? opened.at : undefined
  useEffect(() => {
    if (at === undefined) return
    document.getElementById(sectionId(at))?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [at])
  if (opened === null) return null
  return (
    <Dialog
      frame="large"
      above
      reading
      title={t('diagnose.allChecks')}
      onClose={close}
      {...(at !== undefined && { initialFocus: heading })}
    >
      <Sections page={opened.page} at={at} heading={heading} />
      <Sayings sayings={opened.page.sayings} />
    </Dialog>
  )
}

interface SectionsProps {
  readonly page: DiagnosticsPage
  readonly at: string | undefined
  readonly heading: RefObject<HTMLHeadingElement | null>
}

function Sections({ page, at, heading }: SectionsProps) {
  const { t } = useTranslation()
  const titles: Readonly<Record<CheckGroup, string>> = {
    tools: t('checkGroup.tools'),
    files: t('checkGroup.files'),
    settings: t('checkGroup.settings'),
    environment: t('checkGroup.environment'),
    machine: t('checkGroup.machine'),
    network: t('checkGroup.network'),
    trial: t('checkGroup.trial'),
  }
  return [...new Set(page.checks.map(({ group }) => group))].map((group) => (
    <section key={group} aria-label={titles[group]} className="mb-4">
      <h3 className="py-1.5 text-small font-medium text-ink-faint">{titles[group]}</h3>
      <div className="divide-y divide-line">
        {page.checks
          .filter((about) => about.group === group)
          .map((about) => (
            <CheckSection key={about.id} about={about} heading={about.id === at ? heading : undefined} />
          ))}
      </div>
    </section>
  ))
}

function Sayings({ sayings }: Pick<DiagnosticsPage, 'sayings'>) {
  const { t } = useTranslation()
  const local = useLocal()
  return (
    <section aria-label={t('diagnose.sayings')}>
      <h3 className="py-1.5 text-small font-medium text-ink-faint">{t('diagnose.sayings')}</h3>
      <ul className="divide-y divide-line">
        {sayings.map(({ id, tool, cause, checks }) => (
          <li key={id} className="flex gap-2.5 py-2">
            <ToolGlyph tool={tool} className="mt-0.5 size-4 shrink-0" />
            <div className="min-w-0 max-w-prose">
              <p className="break-path">{local(cause)}</p>
              <p className="flex flex-wrap gap-x-3">
                {checks.map((check) => (
                  <CheckLink key={check} check={check}>
                    {check}
                  </CheckLink>
                ))}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
