import type { Api } from '../../shared/contract'
import type { Reply } from '../../shared/transport'

/** The one door for transports: looks the method up, checks the input against its schema, calls the core, turns every throw into a reply. Never throws. */
export declare function dispatch(api: Api, method: unknown, input: unknown): Promise<Reply>
