import { createRoot } from 'react-dom/client'
import { createClient } from '../shared/client'
import type { Transport } from '../shared/transport'
import { App } from './app'
import { createI18n, resolveLanguage } from './i18n/i18n'
import { createAppStore } from './store/app-store'
import { bridgeTransport } from './transport/bridge'
import { type HttpTransport, httpTransport } from './transport/http'
import './styles/app.css'

/** Chooses the transport, makes client and store, draws. */
function start(root: HTMLElement) {
  const transport: Transport & Partial<HttpTransport> = bridgeTransport(window) ?? httpTransport()
  const store = createAppStore(createClient(transport), transport)
  transport.watchConnection?.((connection) => store.getState().setConnection(connection))
  void store.getState().start()
  createRoot(root).render(<App store={store} i18n={createI18n(resolveLanguage('system', navigator.language))} />)
}

const root = document.getElementById('root')
if (root) start(root)
