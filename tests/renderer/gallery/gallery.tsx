import { CSPProvider } from '@base-ui/react/csp-provider'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { Tooltips } from '../../../renderer/components/tooltip'
import { createI18n } from '../../../renderer/i18n/i18n'
import { createAppStore } from '../../../renderer/store/app-store'
import { StoreProvider } from '../../../renderer/store/context'
import { createFakeHost } from '../../support/fake-api'
import { Components } from './components'
import { scenes } from './scenes'
import './gallery.css'

/** Draws all components, or one scene: index.html?theme=dark&lang=zh&scene=alert */
async function start(root: HTMLElement) {
  const query = new URLSearchParams(location.search)
  const language = query.get('lang') === 'zh' ? 'zh' : 'en'
  document.documentElement.dataset.theme = query.get('theme') ?? 'light'
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en'
  document.body.style.overflow = 'auto'
  const { api, transport } = createFakeHost({ scenario: 'working' })
  const store = createAppStore(api, transport)
  await store.getState().start()
  const Scene = scenes[query.get('scene') ?? ''] ?? Components
  createRoot(root).render(
    <CSPProvider disableStyleElements>
      <I18nextProvider i18n={createI18n(language)}>
        <StoreProvider store={store}>
          <Scene />
          <Tooltips />
        </StoreProvider>
      </I18nextProvider>
    </CSPProvider>,
  )
}

const root = document.getElementById('root')
if (root) void start(root)
