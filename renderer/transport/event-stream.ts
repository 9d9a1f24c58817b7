import type { EventName, Events } from '../../shared/events'
import type { HistoryEntry } from '../../shared/model/switch'
import type { Transport } from '../../shared/transport'
import type { Connection } from './http'

interface Wires {
  readonly call: Transport['call']
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
  readonly tell: (connection: Connection) => void
}

/** Milliseconds before the n-th new try; the last one stays. */
const pauses = [500, 1000, 2000, 5000]

/**
 * Keeps GET /api/events open. What was missed while it was down is asked for after each reconnection and handed on as events, so that whoever
 * listens needs not know. Returns the function that closes it.
 */
export function openEventStream({ call, emit, tell }: Wires): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let tries = 0
  let closed = false
  let wasDown = false

  const catchUp = async () => {
    const [profiles, status, settings, history] = await Promise.all([
      call('profiles.list', {}),
      call('tools.status', {}),
      call('settings.get', {}),
      call('history.list', { limit: 1 }),
    ])
    if (profiles.ok) emit('profiles-changed', profiles.value as Events['profiles-changed'])
    if (status.ok) emit('status-changed', status.value as Events['status-changed'])
    if (settings.ok) emit('settings-changed', settings.value as Events['settings-changed'])
    if (history.ok) emit('history-changed', { newest: (history.value as readonly HistoryEntry[])[0]?.id ?? null })
  }

  const retry = async () => {
    source?.close()
    wasDown = true
    // An EventSource hides the status; a call tells a dead server (lost) from a dead session (ended).
    const reply = await call('host.info', {})
    if (closed || (!reply.ok && reply.error.code === 'session')) return
    timer = setTimeout(connect, pauses[Math.min(tries++, pauses.length - 1)])
  }

  const connect = () => {
    if (closed) return
    source = new EventSource('/api/events')
    source.onopen = () => {
      tries = 0
      tell('open')
      if (wasDown) void catchUp()
      wasDown = false
    }
    source.onerror = () => void retry()
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as { name: EventName; payload: never }
      emit(event.name, event.payload)
    }
  }

  connect()
  return () => {
    closed = true
    clearTimeout(timer)
    source?.close()
  }
}
