import { app } from 'electron'
import { defaultSettings } from '../../shared/model/settings'
import { log } from './log'
import type { Preferences } from './preferences'
import type { MainWindow } from './window'

export const OWN_SCHEME = 'switchyard'
/** The scheme of another app; claimed only on the user's word. */
export const FOREIGN_SCHEME = 'ccswitch'
const OFFERED = new RegExp(`^(?:${OWN_SCHEME}|${FOREIGN_SCHEME}):`, 'i')
/** A profile fits into a few hundred characters. */
const LONGEST = 16_384
/** Two links within this time, in milliseconds, are one nuisance. */
const PAUSE = 1_000

/**
 * The link among the arguments of a start, or undefined: too long, not of our schemes, or with characters that no link has. Its content is not
 * looked at here: the window recognises it, shows it, and asks.
 */
export function linkIn(argv: readonly string[]): string | undefined {
  const link = argv.find((argument) => OFFERED.test(argument))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a link has none
  return link === undefined || link.length > LONGEST || /[\u0000-\u0020\u007f]/.test(link) ? undefined : link
}

/** Collects links from the moment the app starts, for macOS hands them over before anything is ready. */
export interface DeepLinks {
  /** Takes what may be a link. @param now milliseconds */
  take(argv: readonly string[], now?: number): void
  /** Hands the links to the window from now on. */
  openIn(window: Pick<MainWindow, 'show' | 'offer'>): void
}

/** The links that this start and later ones bring. They are never logged: they hold keys. */
export function setupDeepLinks(argv: readonly string[]): DeepLinks {
  let waiting = linkIn(argv)
  let window: Pick<MainWindow, 'show' | 'offer'> | undefined
  let last = Number.NEGATIVE_INFINITY
  const links: DeepLinks = {
    take(words, now = Date.now()) {
      const link = linkIn(words)
      if (link === undefined || now - last < PAUSE) return
      last = now
      if (window === undefined) waiting = link
      else hand(window, link)
    },
    openIn(target) {
      window = target
      if (waiting !== undefined) hand(target, waiting)
      waiting = undefined
    },
  }
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.take([url])
  })
  return links
}

function hand(window: Pick<MainWindow, 'show' | 'offer'>, text: string): void {
  window.show()
  window.offer(text)
}

/** Makes the system open our links with this app. A build that runs from its sources claims nothing: the next build would be elsewhere. */
export function setupSchemes(preferences: Preferences): void {
  if (!app.isPackaged) return
  claim(OWN_SCHEME, true)
  if (preferences.current().claimCcswitch !== defaultSettings.claimCcswitch) claim(FOREIGN_SCHEME, true)
  preferences.onChange((now, before) => {
    if (now.claimCcswitch !== before.claimCcswitch) claim(FOREIGN_SCHEME, now.claimCcswitch)
  })
}

function claim(scheme: string, wanted: boolean): void {
  const done = wanted ? app.setAsDefaultProtocolClient(scheme) : app.removeAsDefaultProtocolClient(scheme)
  if (!done) log(`the system did not ${wanted ? 'give' : 'take back'} ${scheme}: links`)
}
