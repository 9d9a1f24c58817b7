import { Autocomplete } from '@base-ui/react/autocomplete'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { controlLook } from '../../components/field'
import { classes } from '../../lib/classes'

interface ModelFieldProps {
  readonly tool: string
  readonly value: string
  readonly onChange: (model: string) => void
  /** The relay's own list, however long. */
  readonly models: readonly string[]
  readonly placeholder: string
}

/** More than this nobody reads; typing narrows it down. */
const shown = 100

/** A model's name: free text, with the relay's list to search. Ten thousand names are filtered as one types; a hundred are drawn. */
export function ModelField({ tool, value, onChange, models, placeholder }: ModelFieldProps) {
  const { t } = useTranslation()
  const found = useMemo(() => {
    const words = value.toLowerCase().split(/\s+/).filter(Boolean)
    // The chosen name itself must not hide all others when the list opens again.
    return models.includes(value) ? models : models.filter((model) => words.every((word) => model.toLowerCase().includes(word)))
  }, [models, value])
  return (
    <Autocomplete.Root items={found.slice(0, shown)} value={value} onValueChange={onChange} mode="none" openOnInputClick>
      <Autocomplete.Input
        aria-label={t('paste.model', { tool })}
        placeholder={placeholder}
        spellCheck={false}
        className={classes(controlLook, 'font-code text-small')}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} className="z-50">
          <Autocomplete.Popup className="pop max-h-64 w-(--anchor-width) min-w-64 overflow-y-auto rounded-md bg-raised p-1 shadow-high data-empty:hidden">
            <Autocomplete.List aria-label={t('paste.list', { tool })}>
              {(model: string) => (
                <Autocomplete.Item
                  key={model}
                  value={model}
                  className="rounded-sm px-2 py-1 font-code text-small break-path data-highlighted:bg-hover forced-colors:data-highlighted:bg-[Highlight]"
                >
                  {model}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
            {found.length > shown && (
              <p className="px-2 py-1 text-small text-ink-faint">{t('paste.more', { count: found.length - shown })}</p>
            )}
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  )
}
