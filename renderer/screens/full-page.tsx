import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button'
import { Mark } from '../components/mark'
import { ProblemNote } from '../components/problem-note'
import { ProgressBar } from '../components/progress-bar'
import { useSlow } from '../lib/use-task'
import { useAppStore } from '../store/context'

function FullPage({ children }: { readonly children: ReactNode }) {
  return (
    <main className="window-grip flex h-full flex-col items-center justify-center gap-5 p-8">
      <Mark className="size-14" />
      {children}
    </main>
  )
}

/** Nothing at first: most starts are over before anything could be seen, and what is drawn for nothing keeps the first screen waiting. */
export function Starting() {
  const { t } = useTranslation()
  const seen = useSlow(true, 150)
  const slow = useSlow(true)
  if (!seen) return null
  return (
    <FullPage>
      <h1 className="sr-only">Switchyard</h1>
      <div className="h-4 w-40">{slow && <ProgressBar label={t('common.loading')} />}</div>
    </FullPage>
  )
}

export function LoadFailed() {
  const { t } = useTranslation()
  const problem = useAppStore((state) => state.loadProblem)
  const start = useAppStore((state) => state.start)
  return (
    <FullPage>
      <h1 className="text-title font-semibold">{t('load.failed')}</h1>
      <div className="w-full max-w-lg">{problem && <ProblemNote problem={problem} />}</div>
      <Button look="primary" onClick={() => void start()}>
        {t('common.tryAgain')}
      </Button>
    </FullPage>
  )
}

/** The local web server answers, but it is another one than the one that opened this page. */
export function SessionEnded() {
  const { t } = useTranslation()
  return (
    <FullPage>
      <div role="alert" className="flex max-w-md flex-col items-center gap-2 text-center">
        <h1 className="text-title font-semibold">{t('session.ended')}</h1>
        <p className="text-ink-soft">{t('session.cure')}</p>
        <code className="mt-2 rounded-md border border-line bg-surface px-3 py-1.5 font-code text-base">switchyard serve</code>
      </div>
    </FullPage>
  )
}
