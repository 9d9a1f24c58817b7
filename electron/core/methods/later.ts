import type { Api, MethodName } from '../../../shared/contract'
import { once } from '../once'

/** Methods whose code is loaded with the first call of one of them: a command does not pay for what it never calls. */
export function later<Name extends MethodName>(names: readonly Name[], load: () => Promise<Pick<Api, Name>>): Pick<Api, Name> {
  const loaded = once(load)
  const call = (name: Name) => async (input: unknown) => ((await loaded())[name] as (input: unknown) => Promise<unknown>)(input)
  const methods: Partial<Record<Name, unknown>> = {}
  for (const name of names) methods[name] = call(name)
  return methods as Pick<Api, Name>
}
