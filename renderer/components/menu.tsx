import { type ComponentProps, cloneElement, type ReactElement, type ReactNode, Suspense, use, useEffect, useRef, useState } from 'react'
import { classes } from '../lib/classes'
import { late } from '../lib/late'
import { MenuParts, type Wiring } from './menu-parts'

/** A menu with its behaviour. Apart from its button: a list of profiles has hundreds of buttons, and nobody opens a menu before there is one to press. */
export const MenuLayer = late(() => import('./menu-layer').then((module) => module.MenuLayer))

const closed: Wiring = { 'aria-haspopup': 'menu', 'aria-expanded': false }

/** A button with a list of actions; `trigger` is the button. */
export function Menu({ trigger, children }: { readonly trigger: ReactElement<ComponentProps<'button'>>; readonly children: ReactNode }) {
  const button = useRef<HTMLButtonElement>(null)
  const [armed, setArmed] = useState(false)
  // Held here so that opening draws this component again, when the host is sure to be there.
  const [open, setOpen] = useState(false)
  const [wiring, setWiring] = useState<Wiring>()
  const early = useRef(false)
  const arm = () => setArmed(true)
  const unwired: Wiring = {
    ...closed,
    onPointerEnter: arm,
    onFocus: arm,
    onClick: () => {
      early.current = true
      arm()
    },
  }
  // A press that came before the layer is made good.
  useEffect(() => {
    if (!wiring || !early.current) return
    early.current = false
    button.current?.click()
  }, [wiring])
  return (
    <>
      {cloneElement(trigger, { ...(wiring ?? unwired), ...trigger.props, ref: button })}
      {armed && (
        <Suspense>
          <MenuLayer button={button} open={open} onOpenChange={setOpen} onWiring={setWiring}>
            {children}
          </MenuLayer>
        </Suspense>
      )}
    </>
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
  const { Item } = useParts()
  return (
    <Item onClick={onSelect} disabled={disabled} className={classes(rowLook, danger ? 'text-danger-text' : 'text-ink')}>
      <span className={classes('flex w-4 shrink-0 justify-center', !danger && 'text-ink-faint')}>{icon}</span>
      <span className="min-w-0 flex-1 break-path">{children}</span>
      {keys && <span className="text-small text-ink-faint">{keys}</span>}
    </Item>
  )
}

export function MenuSeparator() {
  const { Separator } = useParts()
  return <Separator className="mx-2 my-1 h-px bg-line" />
}

function useParts() {
  const parts = use(MenuParts)
  if (!parts) throw new Error('A menu item needs a Menu')
  return parts
}
