import { createParser } from 'eventsource-parser'
import type { Read } from './send'

/** One event of a stream and when it was complete. */
export interface StreamEvent {
  readonly at: number
  readonly name?: string
  readonly data: string
}

/** The events of a stream, each with the time of the read that completed it. A last event without its blank line counts too: some relays end so. */
export function readEvents(reads: readonly Read[]): readonly StreamEvent[] {
  const events: StreamEvent[] = []
  let at = 0
  const parser = createParser({ onEvent: ({ event, data }) => events.push({ at, name: event, data }) })
  for (const read of reads) {
    at = read.at
    parser.feed(read.text)
  }
  parser.feed('\n\n')
  return events
}
