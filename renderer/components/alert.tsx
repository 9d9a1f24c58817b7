import { AlertDialog } from '@base-ui/react/alert-dialog'
import type { ReactNode } from 'react'

interface AlertProps {
  readonly title: string
  readonly description: string
  readonly onClose: () => void
  /** Room for a problem. */
  readonly children?: ReactNode
  readonly actions: ReactNode
}

/** A question that must be answered; Escape is the harmless answer. */
export function Alert({ title, description, onClose, children, actions }: AlertProps) {
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="veil fixed inset-0 z-50 bg-scrim" />
        <AlertDialog.Popup className="pop fixed left-1/2 top-[20vh] z-50 flex w-[min(440px,calc(100vw-32px))] -translate-x-1/2 flex-col gap-2 rounded-lg bg-surface p-5 shadow-high forced-colors:border">
          <AlertDialog.Title className="text-large font-semibold break-path">{title}</AlertDialog.Title>
          <AlertDialog.Description className="text-base text-ink-soft break-path">{description}</AlertDialog.Description>
          {children}
          <div className="mt-3 flex flex-wrap justify-end gap-2">{actions}</div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
