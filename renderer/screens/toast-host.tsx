import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useMessagePlaces } from '../components/message-place'
import { useAppStore } from '../store/context'
import type { Toast } from '../store/ui'
import { ToastCard } from './toast-card'

/** Short messages in the corner, or in the dialog that was open when they came; read aloud as they come. */
export function ToastHost() {
  const toasts = useAppStore((state) => state.toasts)
  return (
    <ol
      aria-live="polite"
      className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-[min(380px,calc(100vw-32px))] flex-col gap-2 [--message-height:60vh]"
    >
      {toasts.map((toast) => (
        <PlacedToast key={toast.id} toast={toast} />
      ))}
    </ol>
  )
}

function PlacedToast({ toast }: { readonly toast: Toast }) {
  const places = useMessagePlaces()
  const [place] = useState(places.at(-1))
  return place && places.includes(place) ? (
    createPortal(<ToastCard toast={toast} />, place)
  ) : (
    <ToastCard toast={toast} covered={places.length > 0} />
  )
}
