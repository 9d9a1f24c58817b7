import type { ReactNode } from 'react'

/** The top of a screen: its name and what can be done there. */
export function ScreenHeader({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <header className="window-grip flex h-14 shrink-0 items-center justify-between gap-4 px-6 max-mid:px-4">
      <h1 className="truncate text-title font-semibold tracking-tight">{title}</h1>
      <div className="flex items-center gap-2">{children}</div>
    </header>
  )
}
