/** True where typing belongs to the element, so that single-key shortcuts stay away. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

/** The modifier of shortcuts: Command on a Mac, else Control. */
export const isMac = (platform: string | undefined): boolean => platform === 'darwin'

/** A shortcut as this platform writes it. */
export const shortcut = (key: string, platform: string | undefined): string => (isMac(platform) ? `⌘${key}` : `Ctrl+${key}`)
