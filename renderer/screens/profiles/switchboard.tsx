import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppStore } from '../../store/context'
import { drawBoard } from './board'
import { StationLabel } from './station-label'
import { ToolLine } from './tool-line'
import { Tracks } from './tracks'

/** What every tool uses now: tools on the left, relays on the right, a lit line between them. */
export function Switchboard() {
  const { t } = useTranslation()
  const tools = useAppStore((state) => state.tools)
  const status = useAppStore((state) => state.status)
  const profiles = useAppStore((state) => state.profiles)
  const board = useMemo(
    () =>
      drawBoard(
        tools.map((tool) => tool.descriptor.id),
        status,
        profiles,
      ),
    [tools, status, profiles],
  )
  return (
    <section
      aria-label={t('board.label')}
      className="mx-6 grid shrink-0 grid-rows-[minmax(0,1fr)] grid-cols-[minmax(0,1fr)_clamp(72px,14vw,200px)_minmax(0,17rem)] rounded-lg border border-line bg-surface px-4 py-1.5 shadow-low max-mid:mx-4 max-mid:grid-cols-[minmax(0,1fr)_72px_minmax(0,11rem)] max-mid:px-3"
      style={{ height: `${board.rows * 3.75 + 0.75}rem` }}
    >
      <ul className="flex min-w-0 flex-col">
        {tools.map((tool) => (
          <ToolLine key={tool.descriptor.id} tool={tool} status={status.find((one) => one.tool === tool.descriptor.id)} />
        ))}
      </ul>
      <div className="relative">
        <Tracks board={board} />
      </div>
      <ul className="flex min-w-0 flex-col">
        {board.stations.map((station) => (
          <StationLabel key={station.id} station={station} inUse={station.inUse} />
        ))}
      </ul>
    </section>
  )
}
