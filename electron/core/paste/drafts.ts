import { randomUUID } from 'node:crypto'
import type { Recognition } from './recognise'

const most = 50
const lifeMs = 30 * 60_000

/** Recognised keys that wait for a decision. In memory only: never on a disk, never in an answer. */
export class Drafts {
  readonly #drafts = new Map<string, Recognition & { readonly at: number }>()

  keep(recognition: Recognition, now: number): string {
    for (const [id, { at }] of this.#drafts) if (now - at > lifeMs) this.#drafts.delete(id)
    for (const id of [...this.#drafts.keys()].slice(0, Math.max(0, this.#drafts.size + 1 - most))) this.#drafts.delete(id)
    const id = randomUUID()
    this.#drafts.set(id, { ...recognition, at: now })
    return id
  }

  find(id: string, now: number): Recognition | undefined {
    const draft = this.#drafts.get(id)
    return draft !== undefined && now - draft.at <= lifeMs ? draft : undefined
  }

  drop(id: string): void {
    this.#drafts.delete(id)
  }
}
