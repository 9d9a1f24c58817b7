import type { BrowserWindowConstructorOptions, TitleBarOverlayOptions } from 'electron'

/** The page's own background and text (`--canvas` and `--ink` of its styles), so that nothing flashes before its first paint. */
const colours = { light: { canvas: '#f5f6f5', ink: '#131917' }, dark: { canvas: '#0d100f', ink: '#edf0ee' } } as const

export const backgroundOf = (dark: boolean): string => colours[dark ? 'dark' : 'light'].canvas

/** Pixels; the page learns it from the system and leaves the strip free (renderer/styles/window.css). */
const OVERLAY_HEIGHT = 32

/** The strip with the window's buttons, in the colours of the page below it. Windows only: elsewhere there is none to colour. */
export const overlayOf = (dark: boolean): TitleBarOverlayOptions => {
  const { canvas, ink } = colours[dark ? 'dark' : 'light']
  return { color: canvas, symbolColor: ink, height: OVERLAY_HEIGHT }
}

/** The window's frame, as apps have it on this system: inset buttons on macOS, a strip of our colours on Windows, the desktop's own on Linux. */
export function frameOf(platform: NodeJS.Platform, dark: boolean): BrowserWindowConstructorOptions {
  if (platform === 'darwin') return { titleBarStyle: 'hiddenInset', trafficLightPosition: { x: 13, y: 13 } }
  // The overlay can be coloured only over a hidden title bar (electron/electron#34137).
  if (platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: overlayOf(dark) }
  return {}
}
