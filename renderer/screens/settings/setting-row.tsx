import { createContext, type ReactNode, use } from 'react'
import { Toggle } from '../../components/toggle'
import { useIsFound } from './setting-search'

const SectionTitle = createContext('')

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

/** A group of settings under one heading; gone when a search leaves nothing of it. */
export function SettingSection({ id, title, children }: SectionProps) {
  return (
    <section id={id} aria-label={title} className="flex scroll-mt-2 flex-col gap-2 not-has-[[data-setting]]:hidden">
      <h2 className="font-semibold">{title}</h2>
      <div className="divide-y divide-line rounded-lg border border-line bg-surface shadow-low">
        <SectionTitle value={title}>{children}</SectionTitle>
      </div>
    </section>
  )
}

interface RowProps {
  readonly label: string
  readonly hint?: ReactNode
  /** Further words by which a search finds it. */
  readonly words?: string
  /** The label's element names the control by this id. */
  readonly labelId?: string
  readonly children?: ReactNode
}

/** One setting: what it is, and its control. */
export function SettingRow({ label, hint, words, labelId, children }: RowProps) {
  const section = use(SectionTitle)
  if (!useIsFound(label, typeof hint === 'string' ? hint : undefined, words, section)) return null
  return (
    <div data-setting className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2">
      <div className="min-w-0">
        <p id={labelId}>{label}</p>
        {hint && <div className="text-small text-ink-faint break-path">{hint}</div>}
      </div>
      {children}
    </div>
  )
}

/** A setting that needs the whole width, such as a field with its fault below. */
export function WideRow({ words, children }: { readonly words: string; readonly children: ReactNode }) {
  const section = use(SectionTitle)
  if (!useIsFound(words, section)) return null
  return (
    <div data-setting className="px-4 py-3">
      {children}
    </div>
  )
}

interface ToggleRowProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

/** A setting that is on or off. */
export function ToggleRow(props: ToggleRowProps) {
  return (
    <WideRow words={`${props.label} ${props.hint ?? ''}`}>
      <Toggle {...props} />
    </WideRow>
  )
}
