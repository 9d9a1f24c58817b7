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
    const { run } = await open()
    await run()
    const broken = within(screen.getByRole('region', { name: '1 thing is broken' }))
    expect(broken.getByText(/its own settings hide those of your profile/)).toBeTruthy()
    expect(broken.getByText(/press Fix/)).toBeTruthy()
    expect(broken.getByText('~/work/shop/.claude/settings.local.json')).toBeTruthy()
    expect(broken.getByText('Settings of a folder stand above your own.')).toBeTruthy()
    expect(broken.getByRole('heading', { name: 'Other values than the profile’s win' })).toBeTruthy()
    expect(screen.getByRole('region', { name: '2 things to look at' })).toBeTruthy()
    expect(screen.queryByText('The clock is right')).toBeNull()
  })
  it('links each finding to its section of the documentation, by the keyboard too, and comes back to the link', async () => {
    const { user, run } = await open()
    await run()
    const link = screen.getByRole('link', { name: 'About this check: Other values than the profile’s win' })
    expect(link.getAttribute('href')).toBe('./#diagnostics/effective-values')
    link.focus()
    await user.keyboard('{Enter}')
    const page = within(await screen.findByRole('dialog', { name: 'What every check means' }))
    const section = within(page.getByRole('region', { name: 'Other values than the profile’s win' }))
    expect(section.getByText('What stands in the wrong place has no effect.')).toBeTruthy()
    expect(section.getByText('Something stands in the way of the profile')).toBeTruthy()
    expect(section.getByText('Do what this page says.')).toBeTruthy()
    expect(section.getByText('docs/diagnostics.md#effective-values')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(section.getByRole('heading')))
    // An error text leads on to the checks that tell its cause.
    await user.click(page.getAllByRole('link', { name: 'config-parses' })[0] as HTMLElement)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(document.activeElement).toBe(link)
  })
  it('opens the documentation where the address of the tab names a check', async () => {
    location.hash = '#diagnostics/effective-values'
    await openApp()
    const page = within(await screen.findByRole('dialog', { name: 'What every check means' }))
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Other values than the profile’s win'))
    expect(page.getByText('docs/diagnostics.md#effective-values')).toBeTruthy()
    expect(location.hash).toBe('')
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
