import { useEffect } from 'react'
import { useAppStore } from '../../store/context'

const start = '#diagnostics'
/** Of this app: no place within what is on screen now. */
const app = './'

/** Where a section of the page is reached, in this tab or another one; the id is the anchor of docs/diagnostics.md. */
export const diagnosticsAddress = (check?: string): string => `${app}${start}${check === undefined ? '' : `/${check}`}`

/** The id of a section: what the browser may call the element. */
export const sectionId = (check: string): string => `diagnostics-${check}`

/** The section that an address names, '' for the page as a whole; undefined for any other address. */
const readAddress = (hash: string): string | undefined =>
  /^#diagnostics(?:\/([\w-]*))?$/.exec(hash)?.slice(1).at(0) ?? (hash === start ? '' : undefined)

/** Opens the page where the address of the tab names it: at the start, and when it is changed by hand. The address is then free again. */
export function useDiagnosticsAddress() {
  const open = useAppStore((state) => state.openDiagnostics)
  useEffect(() => {
    const follow = () => {
      const named = readAddress(location.hash)
      if (named === undefined) return
      history.replaceState(null, '', location.pathname + location.search)
      void open(named || undefined)
    }
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [open])
}
