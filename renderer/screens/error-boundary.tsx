import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button'
import { ProblemNote } from '../components/problem-note'
import { toProblem } from '../lib/to-problem'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

/** Keeps a fault while drawing from blanking the window: says what happened and offers a fresh start. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    return this.state.error === undefined ? this.props.children : <Crashed error={this.state.error} />
  }
}

function Crashed({ error }: { readonly error: unknown }) {
  const { t } = useTranslation()
  return (
    <div className="m-6 max-w-xl">
      <ProblemNote problem={toProblem(error)}>
        <Button size="small" onClick={() => location.reload()}>
          {t('common.reload')}
        </Button>
      </ProblemNote>
    </div>
  )
}
