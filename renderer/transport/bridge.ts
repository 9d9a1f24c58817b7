import type { Transport } from '../../shared/transport'

declare global {
  interface Window {
    /** Put there by the desktop's preload script. */
    readonly switchyard?: Transport
  }
}

/** The desktop's own transport, or undefined in a browser. */
export const bridgeTransport = (window: Pick<Window, 'switchyard'>): Transport | undefined => window.switchyard
