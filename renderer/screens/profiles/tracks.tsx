import { classes } from '../../lib/classes'
import type { Board, LineLook } from './board'

/** Units of the drawing per row; its width is 100 and stretches. */
const rowUnits = 40

const strokes: Readonly<Record<LineLook, string>> = {
  lit: 'stroke-accent',
  warn: 'stroke-warn',
  plain: 'stroke-ink-faint',
  broken: 'stroke-danger',
}

/** Straight out of the tool, over the points, straight into the station. */
const route = (from: number, to: number): string => {
  const [y1, y2] = [from * rowUnits, to * rowUnits]
  return `M 0 ${y1} L 26 ${y1} C 52 ${y1} 48 ${y2} 74 ${y2} L 100 ${y2}`
}
const stub = (from: number): string =>
  `M 0 ${from * rowUnits} L 26 ${from * rowUnits} C 34 ${from * rowUnits} 34 ${from * rowUnits} 40 ${from * rowUnits} L 40 ${from * rowUnits}`

/** The tracks between tools and stations: every possible way in grey, the way in use lit. */
export function Tracks({ board }: { readonly board: Board }) {
  return (
    <svg
      viewBox={`0 0 100 ${board.rows * rowUnits}`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
      aria-hidden="true"
    >
      {board.lines.flatMap((line) =>
        board.stations.map((station) => (
          <path key={`${line.tool} ${station.id}`} d={route(line.from, station.row)} className="track stroke-rail" strokeWidth="2" />
        )),
      )}
      {board.lines.map((line) => (
        <path
          key={line.tool}
          d={line.to === undefined ? stub(line.from) : route(line.from, line.to)}
          className={classes('track', strokes[line.look])}
          strokeWidth={line.look === 'plain' ? 2 : 3}
          strokeDasharray={line.look === 'broken' ? '3 6' : undefined}
        />
      ))}
      {board.lines.map((line) => (
        <path key={line.tool} d={`M 26 ${line.from * rowUnits} h 0.001`} className={classes('track', strokes[line.look])} strokeWidth="9" />
      ))}
    </svg>
  )
}
