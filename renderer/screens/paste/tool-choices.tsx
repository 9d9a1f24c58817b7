import { useTranslation } from 'react-i18next'
import { Toggle } from '../../components/toggle'
import { ToolGlyph } from '../../components/tool-glyph'
import { useAppStore } from '../../store/context'
import { ModelField } from './model-field'
import type { PasteState } from './use-paste'

/** Each tool: on or off, the base URL that it gets, and its main model. */
export function ToolChoices({ paste }: { readonly paste: PasteState }) {
  const { t } = useTranslation()
  const tools = useAppStore((state) => state.tools)
  if (!paste.found?.url) return null
  return (
    <section aria-label={t('paste.tools')}>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {tools.map(({ descriptor: { id, label, models }, installation }) => {
          const choice = paste.choiceOf(id)
          const [slot] = models
          const derived = paste.derivation?.tools[id]
          return (
            <li key={id} className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1.5 px-3 py-2">
              <ToolGlyph tool={id} className={choice.enabled ? 'text-accent-text' : 'text-ink-faint'} />
              <div className="min-w-48 flex-1">
                <p className={choice.enabled ? 'font-medium' : 'font-medium text-ink-faint'}>
                  {label} {!installation && <span className="text-small font-normal text-ink-faint">{t('tool.notInstalled')}</span>}
                </p>
                {choice.enabled && derived && (
                  <p data-testid={`paste-url-${id}`} className="font-code text-small text-ink-soft break-path">
                    {derived.baseUrl}
                  </p>
                )}
              </div>
              {choice.enabled && slot && (
                <div className="w-64 max-mid:w-full max-mid:order-last">
                  <ModelField
                    tool={label}
                    value={choice.models[slot.id] ?? ''}
                    models={paste.probe?.models ?? []}
                    placeholder={t('paste.modelHint')}
                    onChange={(model) => paste.change(id, { models: { ...choice.models, [slot.id]: model } })}
                  />
                </div>
              )}
              <Toggle
                bare
                label={t('paste.useFor', { tool: label })}
                checked={choice.enabled}
                onChange={(enabled) => paste.change(id, { enabled })}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
