import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.md') ? [path.join('docs', name)] : [])),
]

describe('the documentation', () => {
  it('names only pictures and files that are there', () => {
    const links = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, to = '']) => ({ page, to })),
    )
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter(({ page, to }) => !existsSync(path.join(path.dirname(page), decodeURI(to))))).toEqual([])
  })
})
