import type { Api, MethodName } from './contract'
import { methodNames } from './method-names'
import { ProblemError, type Transport } from './transport'

/** Makes the host's methods callable through a transport; a refused call throws a {@link ProblemError}. */
export function createClient(transport: Transport): Api {
  const call = (method: MethodName) => async (input: unknown) => {
    const reply = await transport.call(method, input)
    if (!reply.ok) throw new ProblemError(reply.error)
    return reply.value
  }
  return Object.fromEntries(methodNames.map((name) => [name, call(name)])) as unknown as Api
}
