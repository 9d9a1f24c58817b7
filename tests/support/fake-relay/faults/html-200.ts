import { textReply } from '../reply'
import type { FaultDefinition } from './fault'

/** A web page with status 200, as a relay's console gives for a wrong base URL. */
export interface Html200Fault {
  readonly kind: 'html-200'
  readonly title?: string
}

export const html200Fault: FaultDefinition<Html200Fault> = {
  apply(_reply, { title = 'Relay console' }) {
    const page = `<!doctype html>\n<html><head><title>${title}</title></head><body><div id="root"></div></body></html>\n`
    return textReply(200, 'text/html; charset=utf-8', page)
  },
}
