import { describe, expect, it } from 'vitest'
import { drawBoard } from '../../../renderer/screens/profiles/board'
import { startStore } from '../support'

const board = async (scenario: 'working' | 'trouble' | 'first-run') => {
  const { state } = await startStore(scenario)
  const tools = state().tools.map((tool) => tool.descriptor.id)
  return drawBoard(tools, state().status, state().profiles)
}

describe('the switchboard', () => {
  it('joins the tools of one profile in one station', async () => {
    const { stations, lines } = await board('working')
    expect(stations.map((station) => station.id)).toEqual(['northline', 'official'])
    expect(lines.map((line) => line.look)).toEqual(['lit', 'lit', 'plain'])
    expect(lines[0]?.to).toBe(lines[1]?.to)
    expect(lines[2]?.to).toBe(stations[1]?.row)
  })
  it('shows a foreign relay as a station, and ends the line of an unreadable tool nowhere', async () => {
    const { stations, lines } = await board('trouble')
    expect(stations.map((station) => station.kind)).toEqual(['profile', 'foreign', 'official'])
    expect(lines.map((line) => line.look)).toEqual(['warn', 'warn', 'broken'])
    expect(lines[2]?.to).toBeUndefined()
  })
  it('leads everything to official at first', async () => {
    const { stations, lines, rows } = await board('first-run')
    expect(stations).toMatchObject([{ id: 'official', row: 1.5, inUse: true }])
    expect(lines.every((line) => line.to === 1.5)).toBe(true)
    expect(rows).toBe(3)
  })
})
