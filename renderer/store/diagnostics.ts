import type { DiagnosticsPage } from '../../shared/model/finding'
import type { Slice } from './app-state'

/** The documentation of the checks, open at one of them; without an id at its beginning. */
export interface DiagnosticsSlice {
  readonly diagnostics: { readonly page: DiagnosticsPage; readonly at?: string } | null
  openDiagnostics(at?: string): Promise<void>
  closeDiagnostics(): void
}

export const diagnosticsSlice: Slice<DiagnosticsSlice> = (api) => (set, get) => ({
  diagnostics: null,
  openDiagnostics: (at) =>
    get().attempt(async () => {
      const page = get().diagnostics?.page ?? (await api['doctor.about']({}))
      set({ diagnostics: { page, at } })
    }),
  closeDiagnostics: () => set({ diagnostics: null }),
})
