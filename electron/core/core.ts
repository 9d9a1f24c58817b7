import type { Api } from '../../shared/contract'
import type { EventName, Events } from '../../shared/events'
import type { Host } from './host'

export interface Core {
  readonly api: Api
  /** Every event of the contract, also those caused by other processes while `watch` is on. Returns the function that ends the subscription. */
  subscribe(listener: <E extends EventName>(name: E, payload: Events[E]) => void): () => void
  /** Starts to notice what other processes change in the data folder and the tools' files. Returns the function that ends it. */
  watch(): () => void
}

/** The composition root: one core for window, terminal and local web. Nothing is written and nothing heavy is loaded before a method is called. */
export declare function createCore(host: Host): Core
