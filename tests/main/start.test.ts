import { describe, expect, it } from 'vitest'
import { electronArguments, isBuildNeeded, reasonOf, whyNoWindow } from '../../scripts/start'

describe('npm start', () => {
  it('builds when a part is missing or older than a source', () => {
    expect(isBuildNeeded(100, [101, 150])).toBe(false)
    expect(isBuildNeeded(100, [99, 150])).toBe(true)
    expect(isBuildNeeded(100, [undefined, 150])).toBe(true)
  })

  it('opens no window on Linux without a display', () => {
    expect(whyNoWindow({}, 'linux')).toMatch(/display/)
    expect(whyNoWindow({ DISPLAY: '' }, 'linux')).toMatch(/display/)
    expect(whyNoWindow({ DISPLAY: ':0' }, 'linux')).toBeNull()
    expect(whyNoWindow({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBeNull()
    expect(whyNoWindow({}, 'darwin')).toBeNull()
    expect(whyNoWindow({}, 'win32')).toBeNull()
  })

  it('turns Chromium’s sandbox off for root only, who could not start it otherwise', () => {
    expect(electronArguments('linux', 0, '/p')).toEqual(['--no-sandbox', '/p'])
    expect(electronArguments('linux', 1000, '/p')).toEqual(['/p'])
    expect(electronArguments('darwin', 0, '/p')).toEqual(['/p'])
    expect(electronArguments('win32', undefined, 'C:\\p')).toEqual(['C:\\p'])
  })

  it('names the reason that Electron gave, not Chromium’s chatter', () => {
    const bus = '[123:0101/000000.000000:ERROR:bus.cc(407)] Failed to connect to the bus'
    const display = '[123:0101/000000.000000:ERROR:ozone_platform_x11.cc(245)] Missing X server or $DISPLAY'
    const exiting = '[123:0101/000000.000000:ERROR:env.cc(258)] The platform failed to initialize.  Exiting.'
    const sandbox = '[123:0101/000000.000000:FATAL:setuid_sandbox_host.cc(158)] The SUID sandbox helper binary was found'
    expect(reasonOf(`electron: error while loading shared libraries: libnss3.so\n${bus}\n`)).toBe(
      'electron: error while loading shared libraries: libnss3.so',
    )
    expect(reasonOf(`${bus}\n${display}\n${exiting}\n`)).toBe('Missing X server or $DISPLAY')
    expect(reasonOf(`some words\n${sandbox}\n${bus}\n`)).toBe('The SUID sandbox helper binary was found')
    expect(reasonOf(`${bus}\n`)).toBeUndefined()
  })
})
