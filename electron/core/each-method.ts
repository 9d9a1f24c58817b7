import type { Api, MethodName } from '../../shared/contract'

export type Method = (input: unknown) => Promise<unknown>

/** An API in which every method is replaced by what `wrap` makes of it. */
export function eachMethod(api: Api, wrap: (name: MethodName, method: Method) => Method): Api {
  const wrapped: Partial<Record<MethodName, Method>> = {}
  for (const name of Object.keys(api) as MethodName[]) wrapped[name] = wrap(name, api[name] as Method)
  return wrapped as Api
}
