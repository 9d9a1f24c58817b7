import { X } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/icon-button'
import { capLook } from '../../components/key-caps'
import { classes } from '../../lib/classes'
import { useAppStore } from '../../store/context'
import { acceleratorOf } from './accelerator'
import { SettingRow } from './setting-row'

/** Records the keys that open the window from anywhere: press the button, then the keys. */
export function ShortcutField({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useTranslation()
  const id = useId()
  const platform = useAppStore((state) => state.host?.platform)
  const [recording, setRecording] = useState(false)
  const [weak, setWeak] = useState(false)
  const stop = () => {
    setRecording(false)
    setWeak(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return stop()
    if (['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return
    const accelerator = acceleratorOf(event.nativeEvent, platform)
    if (accelerator === undefined) return setWeak(true)
    stop()
    onChange(accelerator)
  }
  const said = recording ? (weak ? t('settings.shortcutWeak') : t('settings.shortcutPress')) : t('settings.shortcutHint')
  return (
    <SettingRow
      labelId={`${id}-label`}
      label={t('settings.shortcut')}
      words="hotkey accelerator"
      hint={
        <span id={`${id}-hint`} aria-live="polite" className={weak ? 'text-danger-text' : undefined}>
          {said}
        </span>
      }
    >
      <span className="flex items-center gap-1">
        <button
          type="button"
          id={id}
          aria-labelledby={`${id}-label ${id}`}
          aria-describedby={`${id}-hint`}
          aria-pressed={recording}
          onClick={() => setRecording(!recording)}
          onBlur={stop}
          onKeyDown={onKeyDown}
          className={classes(
            'flex h-8 min-w-40 items-center justify-center gap-1 rounded-md border bg-surface px-2.5 text-small',
            recording ? 'border-accent text-accent-text' : 'border-edge text-ink-soft hover:border-ink-faint',
          )}
        >
          {recording
            ? t('settings.shortcutWaiting')
            : value
              ? value.split('+').map((cap) => (
                  <kbd key={cap} className={capLook}>
                    {cap}
                  </kbd>
                ))
              : t('settings.shortcutNone')}
        </button>
        {value && (
          <IconButton label={t('settings.shortcutClear')} onClick={() => onChange('')}>
            <X size={15} aria-hidden="true" />
          </IconButton>
        )}
      </span>
    </SettingRow>
  )
}
