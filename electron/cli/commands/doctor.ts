import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { DoctorReport, Finding } from '../../../shared/model/finding'
import { text } from '../../../shared/model/text'
import type { Core } from '../../core/core'
import type { Call } from '../call'
import { explanationText, findingText, summary } from '../tell-doctor'
import { planText } from '../tell-switch'
import { toolList } from '../tool-list'
import type { Ui } from '../ui'
import { usage } from '../usage'

/** Exit code 1 when a check failed. */
export async function doctor(call: Call): Promise<number> {
  const { args, ui, openCore } = call
  const core = await openCore('terminal')
  if (args.flag('explain')) return explained(core, ui)
  const input = inputOf(call)
  const fix = args.value('fix')
  const first = await runOnce(core, ui, input, fix === undefined)
  const report = fix === undefined ? first : await mend(call, core, first, input, fix)
  const file = args.value('report')
  if (file !== undefined) await writeReport(core, ui, file, args.flag('with-host'))
  ui.result(report, () => summary(ui, report))
  return report.counts.fail > 0 ? 1 : 0
}

type RunInput = Parameters<Core['api']['doctor.run']>[0]

function inputOf({ args }: Call): RunInput {
  const folder = args.value('folder')
  const only = args.values('only').flatMap((ids) => ids.split(/[,\s]+/).filter(Boolean))
  const fix = args.value('fix')
  const named = only.length > 0 ? only : fix !== undefined && fix !== 'all' ? fix.split(/[,\s]+/).filter(Boolean) : []
  return {
    tools: toolList(args),
    network: !args.flag('offline'),
    ...(named.length === 0 ? {} : { only: named }),
    ...(folder === undefined ? {} : { folder: path.resolve(folder) }),
  }
}

/** One run; for people each finding is told as it comes. */
async function runOnce(core: Core, ui: Ui, input: RunInput, tell: boolean): Promise<DoctorReport> {
  if (ui.json || !tell) return core.api['doctor.run'](input)
  const end = core.subscribe((name, payload) => {
    if (name === 'doctor-finding') ui.out(`${findingText(ui, payload as Finding, input.only !== undefined)}\n`)
  })
  try {
    return await core.api['doctor.run'](input)
  } finally {
    end()
  }
}

/** How often the list is gone through: mending one thing may show the next. */
const ROUNDS = 4

async function mend({ args, ui }: Call, core: Core, first: DoctorReport, input: RunInput, wanted: string): Promise<DoctorReport> {
  let report = first
  const tried = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const todo = report.findings.filter(
      ({ check, fixable }) => fixable && (wanted === 'all' || wanted.split(/[,\s]+/).includes(check)) && (tried.get(check) ?? 0) < 2,
    )
    if (todo.length === 0) break
    for (const { check } of todo) {
      tried.set(check, (tried.get(check) ?? 0) + 1)
      await mendOne({ args, ui }, core, check, input.folder)
    }
    if (args.flag('dry-run')) break
    report = await runOnce(core, ui, input, false)
  }
  if (!ui.json) for (const finding of report.findings) if (finding.severity !== 'skip') ui.out(`${findingText(ui, finding)}\n`)
  return report
}

/** The diff comes first. What cannot be mended (any more) is passed over: the finding stays and says so. */
async function mendOne({ args, ui }: Pick<Call, 'args' | 'ui'>, core: Core, id: string, folder: string | undefined): Promise<void> {
  const where = folder === undefined ? {} : { folder }
  const plan = await core.api['doctor.previewFix']({ id, ...where }).catch((error: unknown) => {
    if (error instanceof Error && 'problem' in error && (error.problem as { code: string }).code === 'nothing-to-fix') return undefined
    throw error
  })
  if (plan === undefined) return
  if (!ui.json) ui.out(`${ui.paint.bold(id)}\n${planText(ui, plan)}\n`)
  if (!args.flag('dry-run')) await core.api['doctor.applyFix']({ id, token: plan.token, ...where })
}

async function writeReport(core: Core, ui: Ui, file: string, withHost: boolean): Promise<void> {
  const format = path.extname(file).toLowerCase() === '.json' ? 'json' : 'markdown'
  const report = await core.api['doctor.report']({ format, withHost })
  writeFileSync(file, report.text, { mode: 0o600 })
  if (!ui.json) ui.note(ui.say(text(`Report: ${file}`, `报告：${file}`)))
}

async function explained(core: Core, ui: Ui): Promise<number> {
  if (ui.isTerminal(0)) ui.note(ui.say(text('Paste the error text, then press Ctrl-D.', '请粘贴错误信息，然后按 Ctrl-D。')))
  const pasted = readFileSync(0, 'utf8')
  if (pasted.trim() === '') throw usage(text('There is no text on standard input.', '标准输入没有内容。'))
  const explanations = await core.api['doctor.explain']({ text: pasted.slice(0, 200_000) })
  ui.result({ explanations }, () =>
    explanations.length === 0
      ? ui.say(text('These words are not known. Run: switchyard doctor', '无法识别这段文字。请运行：switchyard doctor'))
      : explanations.map((one) => explanationText(ui, one)).join('\n\n'),
  )
  return explanations.length === 0 ? 1 : 0
}
