import { Menu as Base } from '@base-ui/react/menu'
import { type ReactElement, type ReactNode, useState } from 'react'
import { classes } from '../lib/classes'

/** Id of the element that menus are drawn into: inside of the page's main landmark, where assistive technology looks. */
export const menuHostId = 'menus'

/** A button with a list of actions; `trigger` is the button. */
export function Menu({ trigger, children }: { readonly trigger: ReactElement; readonly children: ReactNode }) {
  // Held here so that opening draws this component again, when the host is sure to be there.
  const [open, setOpen] = useState(false)
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={document.getElementById(menuHostId) ?? undefined}>
        <Base.Positioner sideOffset={4} align="end" className="z-50">
          <Base.Popup className="pop max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto rounded-md bg-raised p-1 shadow-high outline-none forced-colors:border">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

interface MenuItemProps {
  readonly icon?: ReactNode
  /** The shortcut, as it is shown. */
  readonly keys?: string
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

const rowLook =
  'flex min-h-7 items-center gap-2.5 rounded-sm px-2 py-1 text-base select-none data-highlighted:bg-hover data-disabled:opacity-40 outline-none ' +
  'data-highlighted:forced-color-adjust-none forced-colors:data-highlighted:bg-[Highlight] forced-colors:data-highlighted:text-[HighlightText]'

export function MenuItem({ icon, keys, danger, disabled, onSelect, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={classes(rowLook, danger ? 'text-danger-text' : 'text-ink')}>
      <span className={classes('flex w-4 shrink-0 justify-center', !danger && 'text-ink-faint')}>{icon}</span>
      <span className="min-w-0 flex-1 break-path">{children}</span>
      {keys && <span className="text-small text-ink-faint">{keys}</span>}
    </Base.Item>
  )
}

export function MenuSeparator() {
  return <Base.Separator className="mx-2 my-1 h-px bg-line" />
}
