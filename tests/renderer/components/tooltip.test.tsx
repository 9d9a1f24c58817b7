// @vitest-environment happy-dom
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IconButton } from '../../../renderer/components/icon-button'
import { Tooltips } from '../../../renderer/components/tooltip'

beforeEach(() => {
  render(
    <>
      <IconButton label="Copy">c</IconButton>
      <IconButton label="Reveal">r</IconButton>
      <p>Text</p>
      <Tooltips />
    </>,
  )
})
// What is drawn late is loaded first, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 })
afterEach(cleanup)

const button = (name: string) => screen.getByRole('button', { name })
const shows = (text: string) => screen.findByText(text)
const nothing = () => waitFor(() => expect(document.querySelector('[data-tooltip-bubble]')).toBeNull())

describe('tooltips', () => {
  it('open where the mouse rests, follow it at once, and go when it goes', async () => {
    const user = userEvent.setup()
    await user.hover(button('Copy'))
    expect(screen.queryByText('Copy')).toBeNull()
    await shows('Copy')
    await user.hover(button('Reveal'))
    expect((await shows('Reveal')).getAttribute('aria-hidden')).toBe('true')
    await user.hover(screen.getByText('Text'))
    await nothing()
  })
  it('stay while the mouse is on them, so that they can be read', async () => {
    const user = userEvent.setup()
    await user.hover(button('Copy'))
    await user.hover(await shows('Copy'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(screen.getByText('Copy')).toBeTruthy()
  })
  it('go with a press and with Escape', async () => {
    const user = userEvent.setup()
    await user.hover(button('Copy'))
    await shows('Copy')
    await user.click(button('Copy'))
    await nothing()
    await user.hover(button('Reveal'))
    await shows('Reveal')
    await user.keyboard('{Escape}')
    await nothing()
  })
  it('open with the focus of the keyboard', async () => {
    const user = userEvent.setup()
    await user.tab()
    await shows('Copy')
    await user.tab()
    await shows('Reveal')
    await user.tab()
    await nothing()
  })
})
