import { useAppStore } from '../store/context'

/** Opens a web page outside of the app: by the desktop where it can, else in a new tab. */
export function useOpenLink(): (url: string) => void {
  const byDesktop = useAppStore((state) => state.host?.can.openLink ?? false)
  const openLink = useAppStore((state) => state.openLink)
  return (url) => {
    if (byDesktop) void openLink(url)
    else window.open(url, '_blank', 'noopener,noreferrer')
  }
}
