// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { filterHistory, timelineOf } from '../../../renderer/screens/history/timeline'
import type { HistoryEntry } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { giveSize } from '../give-size'
import { openApp } from '../support'

beforeAll(giveSize)
afterEach(cleanup)

const entry = (number: number, more: Partial<HistoryEntry> = {}): HistoryEntry => ({
  id: String(number).padStart(6, '0'),
  at: new Date(Date.UTC(2026, 10, 25, 12) - (10_000 - number) * 600_000).toISOString(),
  shell: 'terminal',
  action: 'switch',
  title: text(`Switched to Relay ${number}`, `已切换到 Relay ${number}`),
  tools: [number % 2 ? 'codex' : 'claude'],
  files: [],
  ...more,
})

describe('the history', () => {
  const open = async (count: number) => {
    const opened = await openApp('working', (host) => {
      host.state.history = Array.from({ length: count }, (_, at) => ({ entry: entry(count - at), before: {} }))
    })
    await opened.user.keyboard('{Control>}y{/Control}')
    await screen.findByText(`Switched to Relay ${count}`)
    return opened
  }
  it('draws few rows of ten thousand, and loads the older ones by parts', async () => {
    const { host } = await open(10_000)
    expect(screen.getAllByRole('listitem').length).toBeLessThan(60)
    expect(host.calls.filter(({ method }) => method === 'history.list').map(({ input }) => input)).toEqual([{ limit: 100 }])
  })
  it('finds an entry far back, and says how many there are', async () => {
    const { user } = await open(3000)
    await user.type(screen.getByRole('searchbox', { name: 'Search history' }), 'Relay 1234')
    expect(await screen.findByText('Switched to Relay 1234')).toBeTruthy()
  })
  it('shows the entries of one tool only', async () => {
    const { user } = await open(20)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Tool' }), 'codex')
    await waitFor(() => expect(screen.queryByText('Switched to Relay 20')).toBeNull())
    expect(screen.getByText('Switched to Relay 19')).toBeTruthy()
  })
  it('says when nothing is left, and brings all back', async () => {
    const { user } = await open(20)
    await user.type(screen.getByRole('searchbox', { name: 'Search history' }), 'zzz')
    expect(await screen.findByText('No entry matches.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(await screen.findByText('Switched to Relay 20')).toBeTruthy()
  })
  it('tells at the entry what stands in the way of its undo', async () => {
    const { user, host } = await open(5)
    host.failNext('switch.undo', {
      message: text('The model was changed since.', '之后模型又被修改。'),
      hint: text('Undo the later switch first.', '请先撤销之后的切换。'),
    })
    await user.click(screen.getByRole('button', { name: 'Undo: Switched to Relay 2' }))
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText('The model was changed since.')).toBeTruthy()
    expect(alert.getByText('Undo the later switch first.')).toBeTruthy()
    expect(screen.queryByText('undone')).toBeNull()
  })
})

describe('the timeline', () => {
  it('puts each local day under its heading', () => {
    const items = timelineOf([entry(10_000), entry(9_999), entry(9_800)], 'en')
    expect(items.map(({ kind }) => kind)).toEqual(['day', 'entry', 'entry', 'day', 'entry'])
    expect(items.map((item) => item.kind === 'entry' && item.last)).toEqual([false, false, true, false, true])
  })
  it('is filtered by words of either language and by tool', () => {
    const entries = [entry(1), entry(2)]
    expect(filterHistory(entries, { query: '已切换 relay', tool: '' })).toEqual(entries)
    expect(filterHistory(entries, { query: '', tool: 'codex' })).toEqual([entries[0]])
  })
})
