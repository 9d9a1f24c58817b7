import type { DoctorReport, Finding, Severity } from '../../../shared/model/finding'
import { everyText } from '../every-text'
import { ANCHOR_PAGE } from './anchor'
import type { Redactor } from './redact'

/**
 * A report to hand to a relay's support: no key, no user name, and no host name unless wanted. Findings are redacted already.
 * @param proxies names of proxies, which go with the name of the machine
 */
export function reportText(
  report: DoctorReport,
  format: 'markdown' | 'json',
  redactor: Redactor,
  withHost: boolean,
  proxies: readonly string[] = [],
): string {
  const withoutHosts = (words: string) => proxies.reduce((left, host) => left.replaceAll(host, '<proxy>'), redactor.withoutHost(words))
  // Names a profile, and is of use to its own machine alone.
  const findings = report.findings.map(({ curl: _, ...finding }) => finding)
  const shown = everyText({ ...report, findings }, (words) => (withHost ? redactor.text(words) : withoutHosts(redactor.text(words))))
  return format === 'json' ? `${JSON.stringify(shown, null, 2)}\n` : markdown(shown)
}

const signs: Readonly<Record<Severity, string>> = { fail: '✗', warn: '!', ok: '✓', skip: '–' }

function markdown(report: DoctorReport): string {
  const { counts } = report
  const bad = report.findings.filter(({ severity }) => severity === 'fail' || severity === 'warn')
  const rest = report.findings.filter(({ severity }) => severity === 'ok' || severity === 'skip')
  return [
    '# Switchyard diagnostics',
    '',
    `${report.at} · Switchyard ${report.version} · ${report.system} · ${counts.fail} failed, ${counts.warn} warnings, ${counts.ok} fine, ${counts.skip} skipped`,
    '',
    ...bad.flatMap(troubled),
    '## The rest',
    '',
    ...rest.map(quiet),
    '',
  ].join('\n')
}

/** What a check that is content saw says what is in use: versions, addresses, models. */
function quiet({ severity, title, cause, evidence }: Finding): string {
  const more = severity === 'ok' ? evidence.map(({ text }) => text.en).join('; ') : (cause?.en ?? '')
  return `- ${signs[severity]} ${title.en}${more === '' ? '' : `: ${inList(more)}`}`
}

/** Lines after the first stay part of their item. */
const inList = (words: string): string => words.replaceAll('\n', '\n  ')

function troubled(finding: Finding): string[] {
  return [
    `## ${signs[finding.severity]} ${finding.title.en}`,
    '',
    ...(finding.cause === undefined ? [] : [`**Cause:** ${finding.cause.en}`, '']),
    ...(finding.cure === undefined ? [] : [`**Cure:** ${finding.cure.en}`, '']),
    ...finding.evidence.map(
      ({ text, file, line }) => `- ${inList(text.en)}${file === undefined ? '' : ` (${[file, line].filter(Boolean).join(':')})`}`,
    ),
    ...(finding.values ?? []).flatMap((value) =>
      value.layers.map(
        (layer) =>
          `- ${value.tool} ${value.name}: ${layer.wins ? '**' : ''}${layer.label.en} ${layer.setting} = ${layer.value}${layer.wins ? '**' : ''}`,
      ),
    ),
    '',
    `${ANCHOR_PAGE}#${finding.check}`,
    '',
  ]
}
