import type { DoctorReport, EffectiveValue, Explanation, Finding, Severity } from '../../shared/model/finding'
import { type LocalText, text } from '../../shared/model/text'
import { ANCHOR_PAGE } from '../core/doctor/anchor'
import { effectiveNames } from '../core/doctor/effective-names'
import { plain } from './paint'
import type { Ui } from './ui'

const signs: Readonly<Record<Severity, string>> = { fail: '✗', warn: '!', ok: '✓', skip: '–' }
const causeWord = text('cause:', '原因：')
const cureWord = text('cure:', '解决：')
const moreWord = text('more:', '详见：')

const painted = (ui: Ui, severity: Severity, words: string): string =>
  severity === 'fail'
    ? ui.paint.bad(words)
    : severity === 'warn'
      ? ui.paint.warn(words)
      : severity === 'ok'
        ? ui.paint.good(words)
        : ui.paint.dim(words)

/** Every layer of every value, the winner first. */
function chain(ui: Ui, values: readonly EffectiveValue[]): readonly string[] {
  return values.flatMap(({ tool, name, layers }) => [
    `    ${ui.paint.bold(`${tool}: ${ui.say(effectiveNames[name])}`)}`,
    ...layers.map(({ wins, value, label, setting, file, why }) => {
      const where = plain([ui.say(label), file, setting].filter(Boolean).join(', '))
      const line = `      ${wins ? '→' : ' '} ${plain(value) || '""'}  ${where}`
      return wins ? line : ui.paint.dim(`${line}: ${ui.say(why)}`)
    }),
  ])
}

/**
 * One finding: a line when all is well, with evidence, cause and cure when it is not.
 * @param whole shows where each value comes from also when all is well
 */
export function findingText(ui: Ui, finding: Finding, whole = false): string {
  const { severity, title, check } = finding
  const head = `${painted(ui, severity, signs[severity])} ${ui.say(title)} ${ui.paint.dim(`(${check})`)}`
  if (severity === 'ok') return [head, ...(whole ? chain(ui, finding.values ?? []) : [])].join('\n')
  if (severity === 'skip') return `${head}${finding.cause === undefined ? '' : ui.paint.dim(`: ${ui.say(finding.cause)}`)}`
  const line = (word: LocalText, words: LocalText | undefined) =>
    words === undefined ? [] : [`    ${ui.paint.accent(ui.say(word))} ${ui.say(words)}`]
  const evidence = finding.evidence.map(
    ({ text: words, file, line: at }) =>
      `    ${ui.say(words)}${file === undefined ? '' : ui.paint.dim(` (${plain([file, at].filter(Boolean).join(':'))})`)}`,
  )
  const mend = finding.fixable ? [`    ${ui.paint.dim(`switchyard doctor --fix ${check}`)}`] : []
  const more = `    ${ui.paint.dim(`${ui.say(moreWord)} ${ANCHOR_PAGE}#${check}`)}`
  return [head, ...line(causeWord, finding.cause), ...line(cureWord, finding.cure), ...evidence, ...mend, more].join('\n')
}

export function summary(ui: Ui, { counts, ms, cancelled }: DoctorReport): string {
  const words = text(
    `${counts.fail} failed, ${counts.warn} to look at, ${counts.ok} fine, ${counts.skip} left out (${(ms / 1000).toFixed(1)} s)`,
    `${counts.fail} 项失败，${counts.warn} 项需注意，${counts.ok} 项正常，${counts.skip} 项未检查（${(ms / 1000).toFixed(1)} 秒）`,
  )
  return cancelled ? `${ui.say(words)} ${ui.say(text('Cancelled.', '已取消。'))}` : ui.say(words)
}

export const explanationText = (ui: Ui, { said, cause, cure, checks }: Explanation): string =>
  [
    ui.paint.bold(plain(said)),
    `    ${ui.paint.accent(ui.say(causeWord))} ${ui.say(cause)}`,
    `    ${ui.paint.accent(ui.say(cureWord))} ${ui.say(cure)}`,
    ...(checks.length === 0 ? [] : [`    ${ui.paint.dim(`switchyard doctor ${checks.map((id) => `--only ${id}`).join(' ')}`)}`]),
  ].join('\n')
