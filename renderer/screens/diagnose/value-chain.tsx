import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EffectiveName, EffectiveValue } from '../../../shared/model/finding'
import { ToolGlyph } from '../../components/tool-glyph'
import { useLocal } from '../../i18n/use-local'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'

/** Every layer that says something about a value, strongest first, and why it wins or not. */
export function ValueChain({ values }: { readonly values: readonly EffectiveValue[] }) {
  const { t } = useTranslation()
  const local = useLocal()
  const tools = useAppStore((state) => state.tools)
  const names: Readonly<Record<EffectiveName, string>> = {
    baseUrl: t('fact.baseUrl'),
    key: t('fact.key'),
    model: t('fact.model'),
    auth: t('diagnose.auth'),
  }
  return (
    <div className="flex flex-col gap-3">
      {values.map((value) => (
        <section key={`${value.tool} ${value.name}`} className="overflow-hidden rounded-md border border-line">
          <h4 className="flex items-center gap-2 border-b border-line bg-canvas px-3 py-1 text-small font-medium">
            <ToolGlyph tool={value.tool} className="size-3.5 text-ink-soft" />
            {tools.find(({ descriptor }) => descriptor.id === value.tool)?.descriptor.label ?? value.tool}
            <span className="text-ink-faint">{names[value.name]}</span>
          </h4>
          {value.expected !== undefined && !value.asProfile && (
            <p className="border-b border-line px-3 py-1 text-small text-ink-soft break-path">
              {t('diagnose.wanted')} <span className="font-code">{value.expected}</span>
            </p>
          )}
          <ol>
            {value.layers.map((layer) => (
              <li
                key={`${layer.layer} ${layer.file} ${layer.setting}`}
                className={classes(
                  'grid grid-cols-[1rem_minmax(0,2fr)_minmax(0,3fr)] gap-x-2 px-3 py-1 text-small max-mid:grid-cols-[1rem_minmax(0,1fr)]',
                  layer.wins && 'bg-accent-soft',
                )}
              >
                <span className="pt-0.5">{layer.wins && <Check size={13} aria-hidden="true" className="text-accent-text" />}</span>
                <span className="min-w-0">
                  <span className={layer.wins ? 'font-medium' : undefined}>{local(layer.label)}</span>
                  {layer.wins && <span className="sr-only"> {t('diagnose.wins')}</span>}
                  {layer.file && <span className="block font-code text-ink-soft break-path">{layer.file}</span>}
                </span>
                <span className="min-w-0 max-mid:col-start-2">
                  <span className="block font-code break-path">
                    <span className="text-ink-soft">{layer.setting} = </span>
                    {layer.value || '""'}
                  </span>
                  <span className="block text-ink-soft break-path">{local(layer.why)}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}
