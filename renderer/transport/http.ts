import type { EventName, Events } from '../../shared/events'
import { text } from '../../shared/model/text'
import type { Reply, Transport } from '../../shared/transport'
import { openEventStream } from './event-stream'

/** `open`: calls get through. `lost`: the server does not answer. `ended`: it answers, but does not know this page any more. */
export type Connection = 'open' | 'lost' | 'ended'

export interface HttpTransport extends Transport {
  /** Returns the function that ends the watch. */
  watchConnection(listener: (connection: Connection) => void): () => void
}

type EventListener = Parameters<Transport['subscribe']>[0]

const unreachable: Reply = {
  ok: false,
  error: {
    code: 'connection',
    kind: 'internal',
    message: text('Switchyard does not answer.', 'Switchyard 没有响应。'),
    hint: text('Look whether `switchyard serve` still runs in its terminal.', '请看看终端里的 `switchyard serve` 是否还在运行。'),
  },
}
const ended: Reply = {
  ok: false,
  error: {
    code: 'session',
    kind: 'refused',
    message: text('This page’s session has ended.', '此页面的会话已结束。'),
    hint: text('Run `switchyard serve` again and open the link that it prints.', '请重新运行 `switchyard serve`，并打开它给出的链接。'),
  },
}

/** A transport to the local web server that served this page: POST /api/call and an event stream, both with the page's cookie. */
export function httpTransport(): HttpTransport {
  const events = new Set<EventListener>()
  const connections = new Set<(connection: Connection) => void>()
  const tell = (connection: Connection) => {
    for (const listener of connections) listener(connection)
  }
  const emit = <E extends EventName>(name: E, payload: Events[E]) => {
    for (const listener of events) listener(name, payload)
  }

  const call: Transport['call'] = async (method, input) => {
    let response: Response
    try {
      response = await fetch('/api/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        credentials: 'same-origin',
        body: JSON.stringify({ method, input }),
      })
    } catch {
      tell('lost')
      return unreachable
    }
    if (response.status === 401) {
      tell('ended')
      return ended
    }
    return replyOf(await response.text())
  }

  return {
    call,
    subscribe(listener) {
      events.add(listener)
      const close = events.size === 1 ? openEventStream({ call, emit, tell }) : undefined
      return () => {
        events.delete(listener)
        close?.()
      }
    },
    watchConnection(listener) {
      connections.add(listener)
      return () => connections.delete(listener)
    },
  }
}

/** A body that is no reply (a proxy's page, a cut answer) becomes a problem in words. */
function replyOf(body: string): Reply {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null && 'ok' in value) return value as Reply
  } catch {
    return unreachable
  }
  return unreachable
}
