import { type DragEvent, useState } from 'react'
import { useAppStore } from '../../store/context'

/** Of our own, so that no text or file dragged in from elsewhere moves a row. */
const kind = 'application/x-switchyard-profile'

/** A row that can be dragged to another one's place. The keyboard's way is Alt with the arrow keys. */
export function useDrag(id: string, movable: boolean) {
  const moveProfileTo = useAppStore((state) => state.moveProfileTo)
  const [over, setOver] = useState(false)
  if (!movable) return { over: false, handlers: {} }
  return {
    over,
    handlers: {
      draggable: true,
      onDragStart: ({ dataTransfer }: DragEvent) => {
        dataTransfer.setData(kind, id)
        dataTransfer.effectAllowed = 'move'
      },
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.includes(kind)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        setOver(false)
        void moveProfileTo(event.dataTransfer.getData(kind), id)
      },
    },
  }
}
