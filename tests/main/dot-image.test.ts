import { expect, it, vi } from 'vitest'
import { dotBitmap } from '../../electron/main/dot-image'

vi.mock('electron', async () => (await import('../support/fake-electron')).createFakeElectron())

it('a dot is full in its middle, soft at its edge and clear around it', () => {
  const pixels = dotBitmap(16, 4.5, [200, 100, 50])
  const at = (x: number, y: number) => [...pixels.subarray((y * 16 + x) * 4, (y * 16 + x) * 4 + 4)]
  expect(at(8, 8)).toEqual([50, 100, 200, 255])
  expect(at(0, 0)).toEqual([0, 0, 0, 0])
  const edges = Array.from({ length: 16 }, (_, x) => at(x, 8)[3] ?? 0).filter((alpha) => alpha > 0 && alpha < 255)
  expect(edges.length).toBeGreaterThan(0)
})
