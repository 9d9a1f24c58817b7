import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const FOLDERS = ['shared', 'electron', 'renderer']

interface Result {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { readonly name: string } }[]
  }
}

function cruise(folder: string): Result['summary'] {
  const tool = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const output = (() => {
    try {
      return execFileSync(process.execPath, [tool, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...FOLDERS], {
        cwd: folder,
        maxBuffer: 1e9,
        encoding: 'utf8',
      })
    } catch (error) {
      if (error instanceof Error && 'stdout' in error && typeof error.stdout === 'string' && error.stdout !== '') return error.stdout
      throw error
    }
  })()
  return (JSON.parse(output) as Result).summary
}

it('keeps every layer in its place', () => {
  const { totalCruised, violations } = cruise(root)
  expect(totalCruised).toBeGreaterThan(100)
  expect(violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
}, 60_000)

it('notices violations that are planted', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'sy-layers-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  for (const name of [...FOLDERS, '.dependency-cruiser.cjs', 'package.json', 'tsconfig.base.json'])
    cpSync(path.join(root, name), path.join(copy, name), { recursive: true })
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))
  writeFileSync(
    path.join(copy, 'electron/core/planted.ts'),
    "import { app } from 'electron'\nimport { claude } from './tools/claude'\nexport const planted = [app, claude]\n",
  )
  writeFileSync(
    path.join(copy, 'renderer/planted.ts'),
    "import { createCore } from '../electron/core/core'\nimport { readFileSync } from 'node:fs'\nimport { contract } from '../shared/contract'\nexport const planted = [createCore, readFileSync, contract]\n",
  )
  writeFileSync(path.join(copy, 'shared/planted.ts'), "import { create } from 'zustand'\nexport const planted = create\n")
  const rules = cruise(copy).violations.map(({ rule }) => rule.name)
  for (const rule of [
    'core-is-plain-node',
    'a-tool-stays-in-its-room',
    'renderer-knows-the-contract-only',
    'renderer-has-no-node',
    'page-loads-no-schemas',
    'shared-is-pure',
  ])
    expect(rules).toContain(rule)
}, 60_000)
