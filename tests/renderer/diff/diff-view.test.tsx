// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openApp } from '../support'

beforeEach(() => localStorage.clear())
afterEach(cleanup)

describe('the diff view', () => {
  const preview = async () => {
    const opened = await openApp()
    await opened.user.click(screen.getByRole('button', { name: 'Switch to Harbor (team key)' }))
    const figures = await screen.findAllByRole('figure')
    return { ...opened, figure: within(figures[0] as HTMLElement) }
  }
  it('goes side by side and back for every file, and remembers it', async () => {
    const { user, figure } = await preview()
    await user.click(figure.getByRole('button', { name: 'Show side by side' }))
    expect(screen.getAllByRole('button', { name: 'Show in one column' }).length).toBe(screen.getAllByRole('figure').length)
    cleanup()
    const again = await preview()
    expect(again.figure.getByRole('button', { name: 'Show in one column' })).toBeTruthy()
  })
  it('says what was added and removed to those who do not see colours', async () => {
    const { figure } = await preview()
    expect(figure.getAllByText('Added:').length).toBeGreaterThan(0)
  })
})
