import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToolDescriptor } from '../../../../shared/model/tool'
import { TextField } from '../../../components/text-field'
import { Toggle } from '../../../components/toggle'
import { ToolGlyph } from '../../../components/tool-glyph'
import { useLocal } from '../../../i18n/use-local'
import { classes } from '../../../lib/classes'
import { ExtraRows } from './extra-rows'
import { OptionField } from './option-field'
import type { ProfileFormState } from './use-profile-form'

interface ToolFieldsProps {
  readonly form: ProfileFormState
  readonly tool: ToolDescriptor
}

/** One tool of the profile: on or off, its base URL live, and its details behind a fold. Drawn from the descriptor alone. */
export function ToolFields({ form, tool }: ToolFieldsProps) {
  const { t } = useTranslation()
  const local = useLocal()
  const foldId = useId()
  const [open, setOpen] = useState(false)
  const draft = form.draft.tools[tool.id]
  if (!draft) return null
  const derived = form.derivation?.problem ? undefined : form.derivation?.tools[tool.id]
  const faulty = Boolean(form.faults[`${tool.id}.baseUrl`] ?? form.faults[`${tool.id}.extra`])
  const unfolded = draft.enabled && (open || faulty)
  return (
    <li className="px-3 py-2.5">
      <div className="flex items-center gap-3">
        <ToolGlyph tool={tool.id} className={classes('size-4.5', draft.enabled && derived ? 'text-accent-text' : 'text-ink-faint')} />
        <div className="min-w-0 flex-1">
          <p className={classes('font-medium', !draft.enabled && 'text-ink-faint')}>{tool.label}</p>
          {draft.enabled && derived && (
            <>
              <p data-testid={`derived-${tool.id}`} className="font-code text-small text-ink-soft break-path">
                {derived.baseUrl}
              </p>
              <p className="text-small text-ink-faint">{derived.overridden ? t('form.overridden') : derived.notes.map(local).join(' ')}</p>
            </>
          )}
        </div>
        {draft.enabled && (
          <button
            type="button"
            aria-expanded={unfolded}
            aria-controls={foldId}
            aria-label={t('form.detailsOf', { tool: tool.label })}
            onClick={() => setOpen(!unfolded)}
            className="flex h-7 items-center gap-1 rounded-md px-2 text-small text-ink-soft hover:bg-hover hover:text-ink"
          >
            {t('form.details')}
            <ChevronDown
              size={14}
              aria-hidden="true"
              className={classes('transition-transform duration-(--quick)', unfolded && 'rotate-180')}
            />
          </button>
        )}
        <Toggle
          bare
          label={t('form.useFor', { tool: tool.label })}
          checked={draft.enabled}
          onChange={(enabled) => form.changeTool(tool.id, { enabled })}
        />
      </div>
      {unfolded && (
        <div id={foldId} className="mt-3 flex flex-col gap-4 pb-2 pl-7.5">
          <div className="grid grid-cols-2 gap-x-3 gap-y-3 max-mid:grid-cols-1">
            {tool.models.map((slot) => (
              <TextField
                code
                key={slot.id}
                label={local(slot.label)}
                hint={local(slot.hint)}
                value={draft.models[slot.id] ?? ''}
                placeholder={slot.placeholder}
                onChange={(model) => form.changeTool(tool.id, { models: { ...draft.models, [slot.id]: model } })}
              />
            ))}
          </div>
          <TextField
            code
            label={t('form.override')}
            hint={t('form.overrideHint')}
            value={draft.baseUrl}
            placeholder={derived?.overridden ? '' : (derived?.baseUrl ?? '')}
            fault={form.faults[`${tool.id}.baseUrl`]}
            onBlur={() => form.touch(`${tool.id}.baseUrl`)}
            onChange={(baseUrl) => form.changeTool(tool.id, { baseUrl })}
          />
          {tool.options.map((option) => (
            <OptionField
              key={option.id}
              option={option}
              value={draft.options[option.id]}
              onChange={(value) => form.changeTool(tool.id, { options: { ...draft.options, [option.id]: value } })}
            />
          ))}
          <ExtraRows
            tool={tool.label}
            hint={local(tool.extraHint)}
            rows={draft.extra}
            fault={form.faults[`${tool.id}.extra`]}
            onTouch={() => form.touch(`${tool.id}.extra`)}
            onChange={(extra) => form.changeTool(tool.id, { extra })}
          />
        </div>
      )}
    </li>
  )
}
