import { ProblemError } from '../../../shared/transport'
import { plainJsonStore } from '../json-store'
import { once } from '../once'
import type { Place } from '../tools/tool'
import { addKeyToFile, keepKeysInFile, keyInFile } from './key-file'
import { type Keychain, mayHaveKeychain, osKeychain, shortPatience } from './keychain'
import { MetTexts } from './met-texts'
import { unwrapWith, wrapWith } from './passphrase'
import { type DataKey, dataKeyOf, isSealed, newDataKey, seal, unseal } from './seal'
import { makeSessionFolder, sessionFile } from './session'
import { type Generation, generationsIn, isProtection, keyFile, type Protection, vaultFile, writeVault } from './vault-file'
import { badPin, keyMissing, locked, passphraseNeeded, pinnedElse, tampered, wrongPassphrase } from './vault-problems'

const CHECK = 'check'

type Met = (purpose: string, plain: string) => void

/** Seals and opens texts. Nothing is loaded and no keychain is asked before something is sealed or opened. */
export interface Vault {
  /** Keys, oldest first; empty when there is no vault yet. The last one seals. */
  generations(): readonly Generation[]
  /** True when nothing more is needed to open what is sealed. Asks no keychain. */
  isOpen(): boolean
  /** True while a passphrase must be entered before what is sealed can be opened. */
  needsPassphrase(): boolean
  /** @throws {ProblemError} `vault-locked`, `vault-pinned`, `vault-key-missing` */
  seal(purpose: string, plain: string): string
  /** As `seal`, for many texts at once: the vault is looked at once. Undefined when there is no vault yet. */
  sealer(): ((purpose: string, plain: string) => string) | undefined
  /** @throws {ProblemError} as `seal`; `vault-tampered` when it was altered or sealed for another purpose */
  open(purpose: string, sealed: string): string
  /** As `open`, for many texts at once: the vault is looked at once. */
  opener(): (purpose: string, sealed: string) => string
  /**
   * Gets every data key that is not at hand, from the keychain too, or by the passphrase of `SWITCHYARD_PASSPHRASE`.
   * @throws {ProblemError} when one cannot be had
   */
  load(): Promise<void>
  /** As `load`, whatever is pinned: the vault is on its way there. */
  loadAnyway(): Promise<void>
  /** The protection that `SWITCHYARD_VAULT` pins, if any. */
  pinned(): Protection | undefined
  /** Makes the first data key, protected by what is pinned, else by the keychain where one answers, else by a file. The caller holds the lock. */
  create(passphrase?: string): Promise<void>
  /** Adds a data key, which seals from now on. The caller holds the lock. */
  add(protection: Protection, passphrase?: string, patience?: number): Promise<void>
  /** Drops all data keys but the last. The caller holds the lock and has sealed everything anew. */
  dropOld(): Promise<void>
  /** Opens a vault that is protected by a passphrase; `session` keeps it open until the user logs out, where that can be done. */
  unlock(passphrase: string, session: boolean): Promise<{ readonly session: boolean }>
  /** True where an unlocked vault can stay open until the user logs out. */
  hasSession(): boolean
  lock(): void
  /** Has `listener` told of every text that is sealed or opened one by one. */
  listen(listener: Met): void
}

/** The vault of a data folder. */
export function createVault(folder: string, place: Pick<Place, 'platform' | 'env'>, keychain: Keychain = osKeychain(place)): Vault {
  const listeners: Met[] = []
  const met: Met = (purpose, plain) => {
    for (const listener of listeners) listener(purpose, plain)
  }
  const store = plainJsonStore(vaultFile(folder))
  const atHand = new Map<string, DataKey>()
  const texts = new MetTexts()
  const session = () => sessionFile(place, folder)
  let known: { readonly bytes: Buffer; readonly generations: readonly Generation[] } | undefined
  const generations = (): readonly Generation[] => {
    const bytes = store.bytes?.()
    if (bytes === undefined) return []
    if (known === undefined || !bytes.equals(known.bytes)) known = { bytes, generations: generationsIn(bytes, store.path) }
    return known.generations
  }
  const pinned = (): Protection | undefined => {
    const pin = place.env.SWITCHYARD_VAULT
    if (pin === undefined || pin === '') return undefined
    if (!isProtection(pin)) throw badPin()
    return pin
  }
  const take = (generation: Generation, key: DataKey | undefined): DataKey | undefined => {
    if (key === undefined || unseal(key, CHECK, generation.check) !== CHECK) return undefined
    atHand.set(key.id, key)
    return key
  }
  /** What can be had at once. */
  const near = (generation: Generation): DataKey | undefined => {
    const known = atHand.get(generation.id)
    if (known !== undefined) return known
    const file = generation.protection === 'file' ? keyFile(folder) : generation.protection === 'passphrase' ? session() : undefined
    return file === undefined ? undefined : take(generation, keyInFile(file, generation.id))
  }
  const checkPin = (protection: Protection): void => {
    const pin = pinned()
    if (pin !== undefined && pin !== protection) throw pinnedElse(pin, protection)
  }
  const need = (generation: Generation): DataKey => {
    const key = near(generation)
    if (key !== undefined) return key
    throw generation.protection === 'file' ? keyMissing('file', keyFile(folder)) : locked(generation.protection)
  }
  const newest = (all = generations()): Generation => {
    const last = all.at(-1)
    if (last === undefined) throw new Error('The vault is used before it is made.')
    checkPin(last.protection)
    return last
  }
  const protect = async (key: DataKey, protection: Protection, passphrase: string | undefined, patience?: number): Promise<Generation> => {
    const generation = { id: key.id, protection, check: seal(key, CHECK, CHECK) }
    if (protection === 'file') addKeyToFile(keyFile(folder), key)
    if (protection === 'keychain') {
      const secret = key.bytes.toString('base64')
      await keychain.set(key.id, secret, patience)
      if ((await keychain.get(key.id, patience)) !== secret) throw locked('keychain')
    }
    if (protection !== 'passphrase') return generation
    if (passphrase === undefined || passphrase === '') throw passphraseNeeded()
    return { ...generation, passphrase: await wrapWith(passphrase, key) }
  }
  const add: Vault['add'] = async (protection, passphrase, patience) => {
    const key = newDataKey()
    const generation = await protect(key, protection, passphrase, patience)
    writeVault(store, [...generations(), generation])
    atHand.set(key.id, key)
  }
  const opener: Vault['opener'] = () => {
    const usable = once(() => {
      const all = generations()
      const last = all.at(-1)
      if (last !== undefined) checkPin(last.protection)
      return all
    })
    return (purpose, sealed) => {
      const generation = usable().find(({ id }) => id === dataKeyOf(sealed))
      if (generation === undefined) throw tampered()
      const key = need(generation)
      const plain = texts.plainOf(purpose, sealed) ?? unseal(key, purpose, sealed)
      if (plain === undefined) throw tampered()
      texts.keep(key.id, purpose, plain, sealed)
      met(purpose, plain)
      return plain
    }
  }
  const sealOnce = (key: DataKey, purpose: string, plain: string): string => {
    const sealed = texts.sealedOf(key.id, purpose, plain) ?? seal(key, purpose, plain)
    texts.keep(key.id, purpose, plain, sealed)
    return sealed
  }
  const loadAnyway = async (all = generations()): Promise<void> => {
    for (const generation of all) {
      if (generation.protection === 'keychain' && near(generation) === undefined) {
        const secret = await keychain.get(generation.id)
        if (secret === undefined) throw keyMissing('keychain', '')
        take(generation, { id: generation.id, bytes: Buffer.from(secret, 'base64') })
      }
      const given = place.env.SWITCHYARD_PASSPHRASE
      if (generation.protection === 'passphrase' && given && near(generation) === undefined) {
        if (take(generation, await unwrapWith(given, generation)) === undefined) throw wrongPassphrase()
      }
      need(generation)
    }
  }
  return {
    generations,
    pinned,
    add,
    isOpen: () => generations().every((generation) => near(generation) !== undefined),
    needsPassphrase: () => generations().some((generation) => generation.protection === 'passphrase' && near(generation) === undefined),
    seal(purpose, plain) {
      met(purpose, plain)
      return sealOnce(need(newest()), purpose, plain)
    },
    sealer() {
      const all = generations()
      if (all.length === 0) return undefined
      const key = once(() => need(newest(all)))
      return (purpose, plain) => sealOnce(key(), purpose, plain)
    },
    open: (purpose, sealed) => opener()(purpose, sealed),
    opener,
    async load() {
      const all = generations()
      if (all.length === 0) return
      newest(all)
      await loadAnyway(all)
    },
    loadAnyway: () => loadAnyway(),
    async create(passphrase) {
      const pin = pinned()
      if (pin !== undefined) return add(pin, passphrase)
      if (!mayHaveKeychain(place)) return add('file')
      try {
        await add('keychain', undefined, shortPatience)
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        await add('file')
      }
    },
    async dropOld() {
      const old = generations().slice(0, -1)
      const last = newest()
      writeVault(store, [last])
      keepKeysInFile(keyFile(folder), [last.id])
      const file = session()
      if (file !== undefined) keepKeysInFile(file, [last.id])
      for (const { id, protection } of old) {
        atHand.delete(id)
        if (protection === 'keychain') await keychain.remove(id)
      }
    },
    listen: (listener) => void listeners.push(listener),
    hasSession: () => session() !== undefined,
    async unlock(passphrase, forSession) {
      const sealed = generations().filter(({ protection }) => protection === 'passphrase')
      const file = forSession ? session() : undefined
      for (const generation of sealed) {
        const key = take(generation, await unwrapWith(passphrase, generation))
        if (key === undefined) throw wrongPassphrase()
        if (file === undefined) continue
        makeSessionFolder(file)
        addKeyToFile(file, key)
      }
      return { session: file !== undefined }
    },
    lock() {
      atHand.clear()
      texts.forget()
      const file = session()
      if (file !== undefined) keepKeysInFile(file, [])
    },
  }
}

/** The text itself where it is not sealed, or cannot be opened without unlocking. */
export function openIfOpen(open: Vault['open'], purpose: string, value: string): string {
  if (!isSealed(value)) return value
  try {
    return open(purpose, value)
  } catch (error) {
    if (error instanceof ProblemError && ['vault-locked', 'vault-pinned', 'vault-key-missing'].includes(error.problem.code)) return value
    throw error
  }
}
