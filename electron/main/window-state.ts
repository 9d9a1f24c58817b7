import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** In the units of the screen, independent of its scale. */
export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const MIN_SIZE = { width: 720, height: 520 } as const
export const DEFAULT_SIZE = { width: 1120, height: 780 } as const

export interface WindowState extends Bounds {
  readonly maximized: boolean
}

/** Where a new window goes; without x and y the system centres it. */
export interface Placement {
  readonly x?: number
  readonly y?: number
  readonly width: number
  readonly height: number
  readonly maximized: boolean
}

/** Enough of the title bar to take hold of the window. */
const GRIP = { width: 120, height: 32 } as const

/**
 * Decides where the window opens: where it was, if that place is still on a screen, else in the middle; never larger than the screen.
 * @param areas the work areas of all screens, the main one first
 */
export function placeWindow(saved: WindowState | null, areas: readonly Bounds[]): Placement {
  const home = saved === null ? undefined : areas.find((area) => isReachable(saved, area))
  const area = home ?? areas[0]
  const within = (wanted: number, least: number, room: number | undefined): number => Math.max(least, Math.min(wanted, room ?? wanted))
  const size = {
    width: within(saved?.width ?? DEFAULT_SIZE.width, MIN_SIZE.width, area?.width),
    height: within(saved?.height ?? DEFAULT_SIZE.height, MIN_SIZE.height, area?.height),
  }
  const position = saved !== null && home !== undefined ? { x: saved.x, y: saved.y } : {}
  return { ...position, ...size, maximized: saved?.maximized ?? false }
}

function isReachable(saved: Bounds, area: Bounds): boolean {
  const visible = Math.min(saved.x + saved.width, area.x + area.width) - Math.max(saved.x, area.x)
  return visible >= GRIP.width && saved.y >= area.y && saved.y <= area.y + area.height - GRIP.height
}

/** The remembered state, or null when there is none or the file makes no sense: a window's place is no reason to stop. */
export function readWindowState(path: string): WindowState | null {
  try {
    return asWindowState(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function asWindowState(value: unknown): WindowState | null {
  if (typeof value !== 'object' || value === null) return null
  const { x, y, width, height, maximized } = value as Readonly<Record<string, unknown>>
  if (!isLength(x) || !isLength(y) || !isLength(width) || !isLength(height) || typeof maximized !== 'boolean') return null
  return { x, y, width, height, maximized }
}

/** Beyond 100,000 a number is no place on any desk, and Electron takes 32 bits only. */
const isLength = (value: unknown): value is number => Number.isSafeInteger(value) && Math.abs(value as number) <= 100_000

/** @throws {Error} when the file cannot be written */
export function writeWindowState(path: string, state: WindowState): void {
  const next = `${path}.next`
  writeFileSync(next, `${JSON.stringify(state)}\n`, { mode: 0o600 })
  renameSync(next, path)
}
