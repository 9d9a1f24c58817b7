import { describe, expect, it } from 'vitest'
import { adapters, toolById } from '../../../electron/core/tools/index'

const modules = import.meta.glob<Record<string, unknown>>('../../../electron/core/tools/*.ts', { eager: true })
const isAdapter = (value: unknown): boolean => typeof value === 'object' && value !== null && 'descriptor' in value && 'locate' in value

describe('the list of tools', () => {
  it('holds every adapter of the folder', () => {
    const found = Object.values(modules).flatMap((module) => Object.values(module).filter(isAdapter))
    expect(found.length).toBeGreaterThan(0)
    expect(new Set(adapters)).toEqual(new Set(found))
  })
  it('has unique ids, each of them the name of a file', () => {
    const ids = adapters.map(({ descriptor }) => descriptor.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(Object.keys(modules)).toContain(`../../../electron/core/tools/${id}.ts`)
  })
  it('finds a tool by its id and nothing else', () => {
    for (const adapter of adapters) expect(toolById(adapter.descriptor.id)).toBe(adapter)
    expect(toolById('constructor')).toBeUndefined()
  })
})
