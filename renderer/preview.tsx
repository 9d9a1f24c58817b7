import { createRoot } from 'react-dom/client'
import type { Api } from '../shared/contract'
import type { Transport } from '../shared/transport'
import { App } from './app'
import { createI18n } from './i18n/i18n'
import { createAppStore } from './store/app-store'
import './styles/app.css'

interface Fake {
  readonly api: Api
  readonly transport: Transport
}

// Found by glob, because the renderer may not import from tests: the preview is for development and not part of the product.
const fakes = import.meta.glob<{ createFakeHost(options: { scenario?: string; delay?: number }): Fake }>('../tests/support/fake-api.ts')

/** Runs the app on a host in memory: preview.html?scenario=working&theme=dark&lang=zh&delay=300 */
async function preview(root: HTMLElement) {
  const query = new URLSearchParams(location.search)
  const module = await fakes['../tests/support/fake-api.ts']?.()
  if (!module) throw new Error('The fake host is missing')
  const { api, transport } = module.createFakeHost({ scenario: query.get('scenario') ?? 'working', delay: Number(query.get('delay') ?? 0) })
  const language = query.get('lang') === 'zh' ? 'zh' : 'en'
  await api['settings.set']({ language, theme: query.get('theme') === 'dark' ? 'dark' : 'light' })
  const store = createAppStore(api, transport)
  void store.getState().start()
  createRoot(root).render(<App store={store} i18n={createI18n(language)} />)
}

const root = document.getElementById('root')
if (root) void preview(root)
