import type { Menu as Base } from '@base-ui/react/menu'
import { type ComponentProps, createContext } from 'react'

/** Id of the element that menus are drawn into: inside of the page's main landmark, where assistive technology looks. */
export const menuHostId = 'menus'

/** What a menu is made of; there for everything that is drawn in one. */
export const MenuParts = createContext<Pick<typeof Base, 'Item' | 'Separator'> | null>(null)

/** What a menu gives its button: the events it listens to, and what it says to assistive technology. */
export type Wiring = ComponentProps<'button'>
