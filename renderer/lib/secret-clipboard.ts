import { copiedEvent, copyText } from './copy-text'

/**
 * What becomes of a copied secret. `cleared`: taken off if it is still there. `unseen`: this page may not look at the clipboard, so it takes the secret
 * off only while it can be no other text: as long as the user stayed here. `stays`: it cannot be changed later.
 */
export type Leaving = 'cleared' | 'unseen' | 'stays'

/** Milliseconds; the words of the note say so. */
const STAY = 60_000
/** A page may not write while it is in the background, and some browsers want a click: then the next of these is the moment. */
const moments = ['focus', 'pointerdown', 'keydown'] as const
const copies = ['copy', 'cut', copiedEvent] as const

/** The browser's clipboard for keys. What was copied is remembered by a hash only. */
export interface SecretClipboard {
  /** @throws {ProblemError} when nothing can be copied */
  copy(secret: string): Promise<Leaving>
  /** What would become of a secret that is copied now. */
  leaving(): Promise<Leaving>
  /** Takes off whatever is on the clipboard. */
  empty(): Promise<void>
}

/**
 * @param mayStay called when the time is up and the user is here again, where the secret was left alone because something else may be there
 * @param stay milliseconds
 */
export function secretClipboard(mayStay: () => void, stay = STAY): SecretClipboard {
  let forget = (): void => undefined
  return {
    async copy(secret) {
      forget()
      await copyText(secret)
      const leaving = await leavingHere()
      if (leaving !== 'stays') forget = clearLater(await hashOf(secret), leaving === 'cleared', mayStay, stay)
      return leaving
    },
    leaving: leavingHere,
    empty: () => copyText(''),
  }
}

/** Returns the function that gives it up. */
function clearLater(hash: string, canRead: boolean, mayStay: () => void, stay: number): () => void {
  const end = new AbortController()
  let wasLeft = !document.hasFocus()
  const leave = () => {
    wasLeft = true
  }
  window.addEventListener('blur', leave, { signal: end.signal })
  document.addEventListener('visibilitychange', leave, { signal: end.signal })
  const timer = setTimeout(() => void clear(), stay)
  const forget = () => {
    clearTimeout(timer)
    end.abort()
  }
  for (const name of copies) document.addEventListener(name, forget, { signal: end.signal })
  const retry = () => void clear()
  return forget

  async function clear(): Promise<void> {
    if (!canRead && wasLeft) return remind()
    try {
      if (!canRead || (await hashOf(await navigator.clipboard.readText())) === hash) await navigator.clipboard.writeText('')
      forget()
    } catch {
      for (const name of moments) window.addEventListener(name, retry, { once: true, signal: end.signal })
    }
  }

  /** Once the user is here to read it. */
  function remind(): void {
    if (document.hasFocus()) {
      forget()
      mayStay()
    } else window.addEventListener('focus', remind, { once: true, signal: end.signal })
  }
}

async function leavingHere(): Promise<Leaving> {
  // Only where it is granted: asked later, it would put up a question out of the blue.
  if ((await permission('clipboard-read')) === 'granted') return 'cleared'
  return navigator.clipboard === undefined || (await permission('clipboard-write')) === 'denied' ? 'stays' : 'unseen'
}

/** Undefined where the browser does not know the permission by this name, such as Firefox. */
async function permission(name: string): Promise<PermissionState | undefined> {
  try {
    return (await navigator.permissions?.query({ name: name as PermissionName }))?.state
  } catch {
    return undefined
  }
}

async function hashOf(text: string): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).join()
}
