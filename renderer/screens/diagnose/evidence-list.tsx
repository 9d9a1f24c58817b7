import type { Evidence } from '../../../shared/model/finding'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'

/** What a check saw, and where. */
export function EvidenceList({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const local = useLocal()
  if (evidence.length === 0) return null
  return (
    <ul className="mt-1.5 flex flex-col gap-1">
      {evidence.map((one) => (
        <li key={`${one.tool} ${one.file}:${one.line} ${one.text.en}`} className="flex gap-2 font-code text-small leading-5 text-ink-soft">
          {one.tool && <ToolGlyph tool={one.tool} className="mt-1 size-3 text-ink-faint" />}
          <span className="min-w-0 whitespace-pre-wrap break-path">
            {local(one.text)}
            {one.file && <span className="text-ink-faint"> {[one.file, one.line].filter(Boolean).join(':')}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
