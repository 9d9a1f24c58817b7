// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp } from '../support'

afterEach(cleanup)

async function open() {
  const opened = await openApp()
  await opened.user.click(screen.getByRole('button', { name: 'Diagnose' }))
  await screen.findByText('Find out why it does not work')
  const run = async () => {
    const button = screen.getAllByRole('button', { name: 'Diagnose' }).at(-1)
    if (button) await opened.user.click(button)
    await screen.findByRole('button', { name: 'Diagnose again' })
  }
  return { ...opened, run }
}

describe('the screen Diagnose', () => {
  it('groups what it found, worst first, each with cause, cure, evidence and the layers', async () => {
    const { user, host, run } = await open()
    await run()
    const broken = within(screen.getByRole('region', { name: '1 thing is broken' }))
    expect(broken.getByText(/its own settings hide those of your profile/)).toBeTruthy()
    expect(broken.getByText(/press Fix/)).toBeTruthy()
    expect(broken.getByText('~/work/shop/.claude/settings.local.json')).toBeTruthy()
    expect(broken.getByText('Settings of a folder stand above your own.')).toBeTruthy()
    expect(broken.getByRole('heading', { name: 'Other values than the profile’s win' })).toBeTruthy()
    await user.click(broken.getByRole('button', { name: 'About this check' }))
    expect(await broken.findByText('What stands in the wrong place has no effect.')).toBeTruthy()
    expect(broken.getByText('Something stands in the way of the profile')).toBeTruthy()
    expect(broken.getByText('Do what this page says.')).toBeTruthy()
    expect(broken.getByText('docs/diagnostics.md#effective-values')).toBeTruthy()
    expect(host.calls.filter(({ method }) => method === 'doctor.about').map(({ input }) => input)).toEqual([{ id: 'effective-values' }])
    expect(screen.getByRole('region', { name: '2 things to look at' })).toBeTruthy()
    expect(screen.queryByText('The clock is right')).toBeNull()
  })
  it('shows the lines of a fix first, then writes them and looks again', async () => {
    const { user, host, run } = await open()
    await run()
    await user.click(screen.getByRole('button', { name: 'Fix: A variable of the shell overrides the profile' }))
    const dialog = within(await screen.findByRole('dialog'))
    const diff = await dialog.findByRole('figure', { name: 'Changes in ~/.bashrc' })
    expect(diff.textContent).toContain('# Switched off by Switchyard')
    expect(host.calls.some((call) => call.method === 'doctor.applyFix')).toBe(false)
    await user.click(dialog.getByRole('button', { name: 'Fix' }))
    await screen.findByText('Mended')
    expect(screen.queryByRole('region', { name: '2 things to look at' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy()
  })
  it('says what a pasted error text really means', async () => {
    const { user } = await open()
    await user.type(screen.getByRole('textbox', { name: 'What did the tool say?' }), 'Not logged in')
    await user.click(screen.getByRole('button', { name: 'What does it mean?' }))
    expect(await screen.findByText(/Claude Code found no key at all/)).toBeTruthy()
  })
  it('asks before it runs the tools for real', async () => {
    const { user, host, run } = await open()
    await run()
    await user.click(screen.getByRole('button', { name: 'Try it…' }))
    const alert = within(await screen.findByRole('alertdialog'))
    expect(host.calls.some((call) => JSON.stringify(call.input).includes('try-it'))).toBe(false)
    await user.click(alert.getByRole('button', { name: 'Run them' }))
    await waitFor(() => expect(host.calls.at(-1)).toMatchObject({ method: 'doctor.run', input: { only: ['try-it'], network: true } }))
  })
})
