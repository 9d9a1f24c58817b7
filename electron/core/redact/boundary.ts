import type { Api, MethodName } from '../../../shared/contract'
import type { EventName, Events } from '../../../shared/events'
import { eachMethod } from '../each-method'
import type { Depth, Redactor } from './redactor'

/** Methods whose purpose is a key in the clear; all others answer without. */
export const plainMethods: Readonly<Partial<Record<MethodName, (input: unknown) => boolean>>> = {
  'profiles.reveal': () => true,
  'env.render': () => true,
  'transfer.export': (input) => (input as { readonly plain?: boolean }).plain === true,
  'connection.curl': (input) => (input as { readonly reveal?: boolean }).reveal === true,
}

/** Answers that a form shows and saves again. */
const savedAgain: ReadonlySet<MethodName> = new Set<MethodName>([
  'profiles.list',
  'profiles.add',
  'profiles.edit',
  'profiles.duplicate',
  'profiles.adopt',
  'keys.add',
  'keys.edit',
  'keys.remove',
  'profiles.derive',
  'paste.recognise',
  'paste.save',
  'paste.addKey',
  'connection.takeModel',
  'connection.takeEndpoint',
  'settings.get',
  'settings.set',
])

const savedAgainEvents: ReadonlySet<EventName> = new Set<EventName>(['profiles-changed', 'settings-changed'])

/** How much is taken out of a method's answer; undefined for one whose purpose is a key. */
export function depthOf(method: MethodName, input: unknown): Depth | undefined {
  if (plainMethods[method]?.(input)) return undefined
  return savedAgain.has(method) ? 'keys' : 'all'
}

/** The methods of a core as shells may call them: every answer and every error passes through the redactor. */
export function redactedApi(api: Api, redactor: Redactor): Api {
  return eachMethod(api, (name, method) => async (input) => {
    try {
      const answer = await method(input)
      const depth = depthOf(name, input)
      return depth === undefined ? answer : redactor.value(answer, depth)
    } catch (error) {
      throw redactor.thrown(error)
    }
  })
}

/** An event as listeners may hear it. */
export const redactedEvent = <E extends EventName>(name: E, payload: Events[E], redactor: Redactor): Events[E] =>
  redactor.value(payload, savedAgainEvents.has(name) ? 'keys' : 'all')
