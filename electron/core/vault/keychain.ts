import type { AsyncEntry } from '@napi-rs/keyring'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { refused } from '../problem'
import type { Place } from '../tools/tool'
import { busAnswers } from './session-bus'

const SERVICE = 'Switchyard'
/** How long a keychain may take, in milliseconds: it may ask the user. */
const PATIENCE = 20_000
/** How long it may take where nobody asked for it. */
const SHORT = 3_000

/** The OS keychain: macOS Keychain, Windows Credential Manager, Secret Service. */
export interface Keychain {
  /** @throws {ProblemError} `keychain-unavailable` */
  get(id: string, patience?: number): Promise<string | undefined>
  set(id: string, secret: string, patience?: number): Promise<void>
  remove(id: string): Promise<void>
}

export const shortPatience = SHORT

/** False where there can be no keychain: a Linux without a session bus. Saves loading the native module. */
export const mayHaveKeychain = ({ platform, env }: Pick<Place, 'platform' | 'env'>): boolean =>
  platform !== 'linux' || Boolean(env.DBUS_SESSION_BUS_ADDRESS)

/** @param place its session bus is asked first, on Linux: a bus that never answers would stop the whole process */
export function osKeychain({ platform, env }: Pick<Place, 'platform' | 'env'>): Keychain {
  const within = async <T>(id: string, patience: number, call: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (platform === 'linux' && !(await busAnswers(env.DBUS_SESSION_BUS_ADDRESS, SHORT))) throw unavailable(noAnswer)
    return callWithin(id, patience, call)
  }
  return {
    get: async (id, patience = PATIENCE) => (await within(id, patience, (entry, signal) => entry.getPassword(signal))) ?? undefined,
    set: (id, secret, patience = PATIENCE) => within(id, patience, (entry, signal) => entry.setPassword(secret, signal)),
    async remove(id) {
      await within(id, PATIENCE, (entry, signal) => entry.deletePassword(signal))
    },
  }
}

const noAnswer = text('it does not answer', '没有响应')

/** Its asynchronous calls only: the others stop the whole process while a keychain waits for the user. */
async function callWithin<T>(id: string, patience: number, call: (entry: AsyncEntry, signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(noAnswer)), patience)
  })
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring')
    // Without the store's name, Linux falls back to the kernel's keyring, which is gone after a restart.
    const entry = new AsyncEntry(SERVICE, `vault ${id}`, { linux: { store: 'secret-service' } })
    return await Promise.race([call(entry, control.signal), late])
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw unavailable(text('it is locked or not there', '已锁定或不存在'))
  } finally {
    clearTimeout(timer)
    control.abort()
  }
}

const unavailable = (why: { readonly en: string; readonly zh: string }) =>
  refused(
    'keychain-unavailable',
    text(`The system's keychain cannot be used: ${why.en}.`, `无法使用系统钥匙串：${why.zh}。`),
    text('Unlock it, or log in to a desktop session, then try again.', '请解锁钥匙串或登录桌面会话后重试。'),
  )
