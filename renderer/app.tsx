import { CSPProvider } from '@base-ui/react/csp-provider'
import type { i18n } from 'i18next'
import { I18nextProvider } from 'react-i18next'
import { Tooltips } from './components/tooltip'
import { Shell } from './screens/shell'
import type { AppStore } from './store/app-store'
import { StoreProvider } from './store/context'

/** The whole user interface over one store. Style elements are off: the page's content security policy forbids them. */
export function App({ store, i18n }: { readonly store: AppStore; readonly i18n: i18n }) {
  return (
    <CSPProvider disableStyleElements>
      <I18nextProvider i18n={i18n}>
        <StoreProvider store={store}>
          <Shell />
          <Tooltips />
        </StoreProvider>
      </I18nextProvider>
    </CSPProvider>
  )
}
