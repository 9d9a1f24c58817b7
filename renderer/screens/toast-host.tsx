import { useAppStore } from '../store/context'
import { ToastCard } from './toast-card'

/** Short messages in the corner; read aloud as they come. */
export function ToastHost() {
  const toasts = useAppStore((state) => state.toasts)
  return (
    <ol aria-live="polite" className="pointer-events-none fixed right-4 bottom-4 z-50 flex w-[min(380px,calc(100vw-32px))] flex-col gap-2">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </ol>
  )
}
