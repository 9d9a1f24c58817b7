import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import type { EventName, Events } from '../../shared/events'
import type { Transport } from '../../shared/transport'

/** All that the page gets: a door for calls and one for events. The main process checks who knocks. */
const transport: Transport = {
  call: (method, input) => ipcRenderer.invoke('switchyard:call', method, input),
  subscribe(listener) {
    const forward = (_event: IpcRendererEvent, name: EventName, payload: Events[EventName]): void => listener(name, payload)
    ipcRenderer.on('switchyard:event', forward)
    return () => {
      ipcRenderer.off('switchyard:event', forward)
    }
  },
}

contextBridge.exposeInMainWorld('switchyard', transport)

/** Tells that the first screen is laid out, for the window to be shown: what is left then is to paint it. */
const observer = new MutationObserver(() => {
  const screen = document.getElementById('root')?.firstElementChild
  if (!screen) return
  observer.disconnect()
  // Asking for a place has everything laid out now, while the page is not seen yet.
  screen.getBoundingClientRect()
  ipcRenderer.send('switchyard:laid-out')
})
observer.observe(document, { childList: true, subtree: true })
