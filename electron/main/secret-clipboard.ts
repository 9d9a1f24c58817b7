import { createHash, randomBytes } from 'node:crypto'
import { app, clipboard } from 'electron'
import { log } from './log'

/** Milliseconds that a secret stays on the clipboard. The window says so in words (`toast.keyCopied`). */
const STAY = 60_000

/** The clipboard for keys. What was copied is known by a hash only. */
export interface SecretClipboard {
  /** Puts a secret there, and takes it off again after a minute, or when the app quits. */
  copy(secret: string): Promise<void>
  /** Takes the secret off now, if it is still there: what was copied since stays. */
  clear(): Promise<void>
}

export function setupSecretClipboard(stay = STAY): SecretClipboard {
  const salt = randomBytes(16)
  const hashOf = (value: string): string => createHash('sha256').update(salt).update(value).digest('base64')
  let held: { readonly hash: string; readonly timer: NodeJS.Timeout } | undefined

  const clear = async (): Promise<void> => {
    if (held === undefined) return
    const { hash, timer } = held
    clearTimeout(timer)
    held = undefined
    if (hashOf(await clipboard.readText()) === hash) await clipboard.writeText('')
  }
  const clearOrLog = (): Promise<void> => clear().catch((error: unknown) => log('could not clear the clipboard', error))

  // Emitted once more by the second `quit`, when nothing is held.
  app.on('will-quit', (event) => {
    if (held === undefined) return
    event.preventDefault()
    void clearOrLog().finally(() => app.quit())
  })
  return {
    clear,
    async copy(secret) {
      await clipboard.writeText(secret)
      clearTimeout(held?.timer)
      held = { hash: hashOf(secret), timer: setTimeout(() => void clearOrLog(), stay) }
    },
  }
}
