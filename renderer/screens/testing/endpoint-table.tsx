import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { fastestOf } from '../../../shared/model/probe'
import type { ProfileView } from '../../../shared/model/profile'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { EndpointLine } from './endpoint-line'

/** The relay's URLs side by side: how soon each answers, and which one the profile uses. */
export function EndpointTable({ profile }: { readonly profile: ProfileView }) {
  const { t } = useTranslation()
  const current = useAppStore((state) => (state.endpointRun?.profileId === profile.id ? state.endpointRun : null))
  const compare = useAppStore((state) => state.compareEndpoints)
  const cancel = useAppStore((state) => state.cancelEndpoints)
  const take = useAppStore((state) => state.takeEndpoint)
  const { run, busy, problem } = useTask()
  const { url, endpoints = [] } = profile.relay
  const urls = [url, ...endpoints]
  const reports = current?.reports ?? {}
  const known = urls.flatMap((each) => reports[each] ?? [])
  const fastest = known.length === urls.length ? fastestOf(known)?.url : undefined
  const longest = Math.max(1, ...known.map(({ latencyMs = 0 }) => latencyMs))
  const running = current?.running === true
  const shown = problem ?? current?.problem
  const use = (wanted: string) => void run(() => take(profile.id, wanted))
  // What nobody looks at any more is not measured to its end.
  useEffect(() => () => void cancel(), [cancel])
  return (
    <section aria-label={t('endpoints.title')} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="text-small font-medium text-ink-soft">{t('endpoints.title')}</h3>
        <p role="status" className="text-small text-ink-faint">
          {running
            ? t('endpoints.measuring', { done: known.length, all: urls.length })
            : fastest === url
              ? t('endpoints.isFastest')
              : current
                ? t('endpoints.switchNext')
                : t('endpoints.free')}
        </p>
        <div className="ml-auto flex gap-1.5">
          {running ? (
            <Button size="small" onClick={() => void cancel()}>
              {t('test.stop')}
            </Button>
          ) : (
            <Button size="small" onClick={() => void compare(profile.id)}>
              {t('endpoints.compare')}
            </Button>
          )}
          {fastest !== undefined && fastest !== url && (
            <Button size="small" look="primary" busy={busy} onClick={() => use(fastest)}>
              {t('endpoints.useFastest')}
            </Button>
          )}
        </div>
      </div>
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {urls.map((each) => (
          <EndpointLine
            key={each}
            url={each}
            isCurrent={each === url}
            isFastest={each === fastest}
            report={reports[each]}
            running={running}
            longest={longest}
            busy={busy}
            onUse={() => use(each)}
          />
        ))}
      </ul>
      {shown && <ProblemNote problem={shown} />}
    </section>
  )
}
