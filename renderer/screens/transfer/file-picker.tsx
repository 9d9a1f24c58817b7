import { FileInput } from 'lucide-react'
import { type DragEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Spinner } from '../../components/spinner'
import { classes } from '../../lib/classes'

interface FilePickerProps {
  readonly busy: boolean
  readonly onPick: (file: File) => void
}

/** A place to choose a file, or to drop one. */
export function FilePicker({ busy, onPick }: FilePickerProps) {
  const { t } = useTranslation()
  const id = useId()
  const [over, setOver] = useState(false)
  const hover = (event: DragEvent, is: boolean) => {
    event.preventDefault()
    setOver(is)
  }
  const drop = (event: DragEvent) => {
    hover(event, false)
    const [file] = event.dataTransfer.files
    if (file && !busy) onPick(file)
  }
  return (
    <div>
      <input
        id={id}
        type="file"
        accept=".json,.sql,.txt,application/json"
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file) onPick(file)
          // The same file can be chosen again, once it is mended.
          event.currentTarget.value = ''
        }}
      />
      <label
        htmlFor={id}
        onDragOver={(event) => hover(event, true)}
        onDragLeave={(event) => hover(event, false)}
        onDrop={drop}
        className={classes(
          'flex min-h-28 flex-col items-center justify-center gap-2 rounded-lg border border-dashed px-4 py-5 text-center transition-colors duration-(--quick)',
          'hover:border-ink-faint hover:bg-hover peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-canvas',
        )}
      >
        {busy ? <Spinner /> : <FileInput size={20} aria-hidden="true" className="text-ink-faint" />}
        <span className="font-medium">{t('transfer.choose')}</span>
        <span className="text-small text-ink-faint">{t('transfer.drop')}</span>
      </label>
    </div>
  )
}
