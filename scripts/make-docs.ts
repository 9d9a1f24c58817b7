import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Check } from '../electron/core/doctor/check'
import { explanations } from '../electron/core/doctor/explain'
import { checks } from '../electron/core/doctor/index'
import type { CheckGroup } from '../shared/model/finding'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const file = path.join(root, 'docs', 'diagnostics.md')

const groups: Readonly<Record<CheckGroup, string>> = {
  tools: 'The tools',
  files: 'Their files',
  settings: 'Their settings',
  environment: 'Variables of the shell',
  machine: 'The machine',
  network: 'The relay',
  trial: 'The tools themselves',
}

/** docs/diagnostics.md as the checks make it: one anchor per id. */
export function diagnosticsPage(): string {
  const sections = Object.entries(groups).flatMap(([group, title]) => [
    `## ${title}`,
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
    ...explanations().map(({ id, cause, checks: ids }) => `| ${id} | ${cause.en} | ${ids.map((one) => `[${one}](#${one})`).join(', ')} |`),
    '',
  ].join('\n')
}

function section(check: Check): string[] {
  const marks = [
    check.seed?.length ? `trouble ${check.seed.join(', ')}` : '',
    check.network === true ? 'asks the relay' : '',
    check.onRequest === true ? `on request: \`switchyard doctor --only ${check.id}\`` : '',
  ].filter(Boolean)
  return [
    `<a id="${check.id}"></a>`,
    '',
    `### ${check.title.en}`,
    '',
    `\`${check.id}\`${marks.length > 0 ? ` · ${marks.join(' · ')}` : ''}`,
    '',
    `**When it is not so:** ${check.badTitle.en}. ${check.why.en}`,
    '',
    ...(check.fix === undefined ? [] : [`**Fix:** ${check.fix.about.en}`, '']),
    `${check.title.zh}。否则：${check.badTitle.zh}。${check.why.zh}${check.fix === undefined ? '' : `修复：${check.fix.about.zh}`}`,
    '',
  ]
}

/** usage: tsx scripts/make-docs.ts [--check]; with --check it only says whether the page is up to date */
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const page = diagnosticsPage()
  if (!process.argv.includes('--check')) writeFileSync(file, page)
  else if (readFileSync(file, 'utf8') !== page) {
    console.error('docs/diagnostics.md is stale: run npx tsx scripts/make-docs.ts')
    process.exitCode = 1
  }
}
