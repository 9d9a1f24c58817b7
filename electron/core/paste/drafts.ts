import { randomUUID } from 'node:crypto'
import type { Recognition } from './recognise'

const lifeMs = 30 * 60_000

/** Keys that wait for a decision, with what was recognised around them. In memory only: never on a disk, never in an answer. */
export class Drafts<Draft extends object = Recognition> {
  readonly #drafts = new Map<string, Draft & { readonly at: number }>()
  readonly #most: number

  constructor(most = 50) {
    this.#most = most
  }

  keep(draft: Draft, now: number): string {
    for (const [id, { at }] of this.#drafts) if (now - at > lifeMs) this.#drafts.delete(id)
    for (const id of [...this.#drafts.keys()].slice(0, Math.max(0, this.#drafts.size + 1 - this.#most))) this.#drafts.delete(id)
    const id = randomUUID()
    this.#drafts.set(id, { ...draft, at: now })
    return id
  }

  find(id: string, now: number): Draft | undefined {
    const draft = this.#drafts.get(id)
    return draft !== undefined && now - draft.at <= lifeMs ? draft : undefined
  }

  drop(id: string): void {
    this.#drafts.delete(id)
  }
}
