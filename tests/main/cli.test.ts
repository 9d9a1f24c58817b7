import { expect, it, vi } from 'vitest'
import { cliArguments } from '../../electron/main/cli'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

it('what follows --cli is for the terminal shell; without it the window is wanted', () => {
  expect(cliArguments(['app', '--cli', 'use', 'Work', '--json'])).toEqual(['use', 'Work', '--json'])
  expect(cliArguments(['electron', '/project', '--cli'])).toEqual([])
  expect(cliArguments(['app', '--at-login'])).toBeNull()
  expect(cliArguments(['app', 'switchyard://x?--cli'])).toBeNull()
})
