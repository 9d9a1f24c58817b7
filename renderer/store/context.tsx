import { createContext, type ReactNode, use } from 'react'
import { useStore } from 'zustand/react'
import type { AppState } from './app-state'
import type { AppStore } from './app-store'

const StoreContext = createContext<AppStore | null>(null)

export function StoreProvider({ store, children }: { readonly store: AppStore; readonly children: ReactNode }) {
  return <StoreContext value={store}>{children}</StoreContext>
}

export function useAppStore<T>(selector: (state: AppState) => T): T {
  const store = use(StoreContext)
  if (!store) throw new Error('useAppStore needs a StoreProvider')
  return useStore(store, selector)
}
