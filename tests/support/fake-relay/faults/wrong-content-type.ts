import type { FaultDefinition } from './fault'

/** The right body under the wrong label. */
export interface WrongContentTypeFault {
  readonly kind: 'wrong-content-type'
  /** Default `text/plain; charset=utf-8`; null sends no content type at all. */
  readonly contentType?: string | null
}

export const wrongContentTypeFault: FaultDefinition<WrongContentTypeFault> = {
  apply(reply, { contentType = 'text/plain; charset=utf-8' }) {
    const { 'content-type': _right, ...others } = reply.headers
    return { ...reply, headers: contentType === null ? others : { ...others, 'content-type': contentType } }
  },
}
