import { Menu as Base } from '@base-ui/react/menu'
import { memo, type ReactNode, type Ref, type RefObject, useLayoutEffect } from 'react'
import { MenuParts, menuHostId, type Wiring } from './menu-parts'

export interface MenuLayerProps {
  /** The button that stands on the screen already. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onWiring: (wiring: Wiring | undefined) => void
  readonly children: ReactNode
}

/** The menu of a button that is drawn elsewhere, and the button's behaviour. */
export const MenuLayer = memo(function MenuLayer({ button, open, onOpenChange, onWiring, children }: MenuLayerProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={<Adopted button={button} onWiring={onWiring} />} />
      <Base.Portal container={document.getElementById(menuHostId) ?? undefined}>
        <Base.Positioner sideOffset={4} align="end" className="z-50">
          <Base.Popup className="pop max-h-(--available-height) max-w-80 min-w-48 overflow-y-auto rounded-md bg-raised p-1 shadow-high outline-none forced-colors:border">
            <MenuParts value={Base}>{children}</MenuParts>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
})

interface AdoptedProps extends Wiring, Pick<MenuLayerProps, 'button' | 'onWiring'> {
  readonly ref?: Ref<HTMLButtonElement>
}

/** Takes the place of a button that Base UI would draw: hands the real one to it, and what it wants of the button to the real one. */
function Adopted({ button, onWiring, ref, ...wiring }: AdoptedProps) {
  useLayoutEffect(() => onWiring(wiring))
  useLayoutEffect(() => () => onWiring(undefined), [onWiring])
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return
    const release = ref(button.current)
    return () => (typeof release === 'function' ? release() : void ref(null))
  }, [button, ref])
  return null
}
