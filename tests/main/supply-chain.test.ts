import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const read = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8')

interface Locked {
  readonly hasInstallScript?: boolean
  readonly resolved?: string
  readonly integrity?: string
}
const packages = (JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, Locked>> }).packages

it('only the packages that docs/security.md names run a script when they are installed', () => {
  const running = Object.entries(packages).flatMap(([name, { hasInstallScript }]) => (hasInstallScript ? [name] : []))
  const named = /^- Packages that run a script at installation: (.*?), both/m.exec(read('docs/security.md'))?.[1]
  expect(named?.match(/node_modules\/[^`]+/g)).toEqual(running)
})

it('every package is held to its bytes', () => {
  const loose = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && integrity === undefined)
  expect(loose.map(([name]) => name)).toEqual([])
})

it('Electron and everything else is pinned exactly', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Readonly<Record<string, string>>>
  const versions = Object.entries({ ...dependencies, ...devDependencies })
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
