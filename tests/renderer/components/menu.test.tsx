// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Menu, MenuItem } from '../../../renderer/components/menu'

// What is drawn late is loaded first, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

function draw() {
  const rename = vi.fn()
  render(
    <>
      <button type="button">Before</button>
      <Menu trigger={<button type="button">More</button>}>
        <MenuItem onSelect={rename}>Rename</MenuItem>
        <MenuItem onSelect={vi.fn()}>Remove</MenuItem>
      </Menu>
    </>,
  )
  return { rename, user: userEvent.setup(), button: screen.getByRole('button', { name: 'More' }) }
}

describe('a menu', () => {
  it('is announced before anything of it is loaded', () => {
    const { button } = draw()
    expect(button.getAttribute('aria-haspopup')).toBe('menu')
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })
  it('opens with the first press, runs what is chosen and keeps its button', async () => {
    const { user, button, rename } = draw()
    await user.click(button)
    await user.click(await screen.findByRole('menuitem', { name: 'Rename' }))
    expect(rename).toHaveBeenCalledOnce()
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(screen.getByRole('button', { name: 'More' })).toBe(button)
    expect(button.getAttribute('aria-expanded')).toBe('false')
  })
  it('is worked by keys alone: the first item is chosen, Escape gives the focus back', async () => {
    const { user, button } = draw()
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(button)
    await user.keyboard('{Enter}')
    const first = await screen.findByRole('menuitem', { name: 'Rename' })
    expect(button.getAttribute('aria-expanded')).toBe('true')
    await waitFor(() => expect(document.activeElement).toBe(first))
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Remove' })))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(document.activeElement).toBe(button)
  })
})
