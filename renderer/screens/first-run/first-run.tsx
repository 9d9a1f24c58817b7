import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button'
import { ProblemNote } from '../../components/problem-note'
import { ToolGlyph } from '../../components/tool-glyph'
import { hostOf } from '../../lib/host-of'
import { useTask } from '../../lib/use-task'
import { useAppStore } from '../../store/context'
import { PasteField } from '../paste/paste-field'

/** The first thing a newcomer sees: what is there already, and one field that takes anything. */
export function FirstRun() {
  const { t } = useTranslation()
  const openOverlay = useAppStore((state) => state.openOverlay)
  const [text, setText] = useState('')
  const change = (next: string) => {
    setText(next)
    // One sign typed is the start of a word; a text of some length was pasted, and the flow takes it from here.
    if (next.trim().length - text.trim().length > 7) {
      setText('')
      openOverlay({ kind: 'paste', text: next })
    }
  }
  return (
    <section aria-labelledby="first-run-title" className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-6 pt-6">
      <div className="flex flex-col gap-1.5">
        <h2 id="first-run-title" className="text-hero font-semibold tracking-tight">
          {t('firstRun.title')}
        </h2>
        <p className="text-large text-ink-soft">{t('firstRun.text')}</p>
      </div>
      <PasteField text={text} onChange={change} onSubmit={() => openOverlay({ kind: 'paste', text })} />
      <Present />
      <div className="flex items-center justify-between gap-4">
        <p className="text-small text-ink-faint">{t('firstRun.promise')}</p>
        <Button look="ghost" size="small" className="-mr-2.5" onClick={() => openOverlay({ kind: 'form' })}>
          {t('paste.byHand')}
        </Button>
      </div>
    </section>
  )
}

/** Relays that tools use already, to be taken over. */
function Present() {
  const { t } = useTranslation()
  const tools = useAppStore((state) => state.tools)
  const status = useAppStore((state) => state.status)
  const adoptAll = useAppStore((state) => state.adoptAll)
  const { run, busy, problem } = useTask()
  const foreign = status.filter((one) => one.state === 'foreign')
  if (foreign.length === 0) return null
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-4 shadow-low">
      <h3 className="font-semibold">{t('firstRun.found')}</h3>
      <ul className="flex flex-col gap-1.5">
        {tools.map(({ descriptor: { id, label } }) => {
          const own = foreign.find((one) => one.tool === id)
          return (
            <li key={id} className="flex items-center gap-2.5">
              <ToolGlyph tool={id} className={own ? 'text-warn-text' : 'text-ink-faint'} />
              <span className="font-medium">{label}</span>
              <span className="truncate text-ink-soft">
                {own ? t('firstRun.foreign', { host: hostOf(own.baseUrl ?? '') }) : t('firstRun.official')}
              </span>
            </li>
          )
        })}
      </ul>
      {problem && <ProblemNote problem={problem} />}
      <div className="flex items-center gap-3">
        <Button busy={busy} onClick={() => void run(() => adoptAll(foreign.map((one) => one.tool)))}>
          {t('firstRun.adopt')}
        </Button>
        <span className="text-small text-ink-faint">{t('firstRun.adoptHint')}</span>
      </div>
    </div>
  )
}
