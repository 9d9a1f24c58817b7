import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { classes } from '../../../lib/classes'

/** Eight colours that stay apart in both themes; the empty one is "none". */
const colors = ['', '#2f7de1', '#0e9488', '#3f9142', '#b7860b', '#c2571a', '#cc3d5c', '#a441b8', '#7a4fd0'] as const

export function ColorPicker({ value, onChange }: { readonly value: string; readonly onChange: (color: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const names: Readonly<Record<(typeof colors)[number], string>> = {
    '': t('color.none'),
    '#2f7de1': t('color.blue'),
    '#0e9488': t('color.teal'),
    '#3f9142': t('color.green'),
    '#b7860b': t('color.yellow'),
    '#c2571a': t('color.orange'),
    '#cc3d5c': t('color.red'),
    '#a441b8': t('color.pink'),
    '#7a4fd0': t('color.violet'),
  }
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className="text-small font-medium text-ink-soft">
        {t('form.color')}
      </span>
      <RadioGroup aria-labelledby={id} value={value} onValueChange={(next) => onChange(String(next))} className="flex gap-1.5">
        {colors.map((color) => (
          <Radio.Root
            key={color}
            value={color}
            aria-label={names[color]}
            title={names[color]}
            style={{ background: color || undefined }}
            className={classes(
              'flex size-6 items-center justify-center rounded-full border border-line-firm data-checked:ring-2 data-checked:ring-ink data-checked:ring-offset-2 data-checked:ring-offset-surface',
              // The colours are what is chosen from, so they stay.
              'forced-color-adjust-none forced-colors:border-[CanvasText] forced-colors:data-checked:ring-[CanvasText] forced-colors:data-checked:ring-offset-[Canvas]',
              color === '' && 'bg-sunken text-small text-ink-faint forced-colors:bg-[Canvas] forced-colors:text-[CanvasText]',
            )}
          >
            {color === '' && <span aria-hidden="true">–</span>}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
