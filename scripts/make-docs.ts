import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { diagnosticsPage, groups } from '../electron/core/doctor/about'
import type { CheckAbout, CheckGroup } from '../shared/model/finding'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const file = path.join(root, 'docs', 'diagnostics.md')

const titles: Readonly<Record<CheckGroup, string>> = {
  tools: 'The tools',
  files: 'Their files',
  settings: 'Their settings',
  environment: 'Variables of the shell',
  machine: 'The machine',
  network: 'The relay',
  trial: 'The tools themselves',
}

/** docs/diagnostics.md as the checks make it: one anchor per id. */
export function diagnosticsDocument(): string {
  const { checks, sayings } = diagnosticsPage()
  const sections = groups.flatMap((group) => [
    `## ${titles[group]}`,
    '',
    ...checks.filter((check) => check.group === group).flatMap(section),
  ])
  return [
    '# Diagnostics',
    '',
    'What `switchyard doctor` looks at, in the order in which it answers. This page is generated from the checks (`npx tsx scripts/make-docs.ts`).',
    'The numbers are those of the usual list of 13 troubles with relays.',
    '',
    ...sections,
    '## Error texts of the tools',
    '',
    'Paste one into the window, or `claude -p hi 2>&1 | switchyard doctor --explain`.',
    '',
    '| says | really means | look at |',
    '|---|---|---|',
    ...sayings.map(({ id, cause, checks: ids }) => `| ${id} | ${cause.en} | ${ids.map((one) => `[${one}](#${one})`).join(', ')} |`),
    '',
  ].join('\n')
}

function section({ id, title, cause, why, cure, mends, seed, asksRelay, onRequest }: CheckAbout): string[] {
  const marks = [
    seed.length > 0 ? `trouble ${seed.join(', ')}` : '',
    asksRelay ? 'asks the relay' : '',
    onRequest ? `on request: \`switchyard doctor --only ${id}\`` : '',
  ].filter(Boolean)
  return [
    `<a id="${id}"></a>`,
    '',
    `### ${title.en}`,
    '',
    `\`${id}\`${marks.length > 0 ? ` · ${marks.join(' · ')}` : ''}`,
    '',
    `**When it is not so:** ${cause.en}. ${why.en}`,
    '',
    ...(cure === undefined ? [] : [`**${mends ? 'Fix' : 'Cure'}:** ${cure.en}`, '']),
    `${title.zh}。否则：${cause.zh}。${why.zh}${cure === undefined ? '' : `${mends ? '修复' : '处理'}：${cure.zh}`}`,
    '',
  ]
}

/** usage: tsx scripts/make-docs.ts [--check]; with --check it only says whether the page is up to date */
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const page = diagnosticsDocument()
  if (!process.argv.includes('--check')) writeFileSync(file, page)
  else if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/diagnostics.md is stale: run npx tsx scripts/make-docs.ts')
    process.exitCode = 1
  }
}
