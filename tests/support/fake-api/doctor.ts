import { createTwoFilesPatch } from 'diff'
import type { Api } from '../../../shared/contract'
import type { EventName, Events } from '../../../shared/events'
import type { DoctorReport, Finding, Severity } from '../../../shared/model/finding'
import { OFFICIAL_ID } from '../../../shared/model/profile'
import type { FileDiff, HistoryEntry, SwitchPlan, ToolStatus } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { fakeExplanations, fakeFindings, healed, tryIt } from './findings'
import { type FakeState, refuse } from './state'

type DoctorApi = Pick<
  Api,
  'doctor.run' | 'doctor.cancel' | 'doctor.previewFix' | 'doctor.applyFix' | 'doctor.report' | 'doctor.about' | 'doctor.explain'
>

export interface FakeDoctorTools {
  readonly state: FakeState
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
  readonly now: () => string
  /** Milliseconds between two findings. */
  readonly pace: number
  readonly status: () => readonly ToolStatus[]
}

const diffs: Readonly<Record<string, readonly [path: string, before: string, after: string]>> = {
  'effective-values': [
    '~/work/shop/.claude/settings.local.json',
    '{\n  "permissions": { "allow": ["Bash(npm test:*)"] },\n  "env": {\n    "ANTHROPIC_BASE_URL": "https://old-relay.example"\n  }\n}\n',
    '{\n  "permissions": { "allow": ["Bash(npm test:*)"] },\n  "env": {}\n}\n',
  ],
  'env-overrides': [
    '~/.bashrc',
    'alias ll="ls -l"\nexport OPENAI_BASE_URL=http://127.0.0.1:8317/v1\nexport EDITOR=vim\n',
    'alias ll="ls -l"\n# Switched off by Switchyard: export OPENAI_BASE_URL=http://127.0.0.1:8317/v1\nexport EDITOR=vim\n',
  ],
}

/** The doctor of the fake host: its findings arrive one after the other. */
export function fakeDoctor({ state, emit, now, pace, status }: FakeDoctorTools): DoctorApi {
  let findings: readonly Finding[] = fakeFindings
  let cancelled = false
  let last: DoctorReport | undefined

  const planFor = (id: string): SwitchPlan => {
    const known = diffs[id] ?? refuse('not-fixable', 'There is nothing to mend here.', '这里没有可修复的内容。')
    const [path, before, after] = known
    const patch = createTwoFilesPatch(path, path, before, after, undefined, undefined, { context: 3 })
    const file: FileDiff = { path, change: 'modify', diff: patch.slice(patch.indexOf('---')) }
    return { profileId: OFFICIAL_ID, tools: [{ tool: 'claude', files: [file], notices: [], conflicts: [] }], token: `fix ${id}` }
  }

  return {
    async 'doctor.run'({ only }) {
      cancelled = false
      const chosen = only ? [...findings, tryIt].filter((one) => only.includes(one.check)) : findings
      const told: Finding[] = []
      for (const finding of chosen) {
        await new Promise((resolve) => setTimeout(resolve, pace))
        if (cancelled) break
        told.push(finding)
        emit('doctor-finding', finding)
      }
      const count = (severity: Severity) => told.filter((one) => one.severity === severity).length
      const counts = { ok: count('ok'), warn: count('warn'), fail: count('fail'), skip: count('skip') }
      last = { at: now(), version: state.host.version, system: 'Linux 6.1 x64', ms: 640, findings: told, counts, cancelled }
      return last
    },
    async 'doctor.cancel'() {
      cancelled = true
      return null
    },
    'doctor.previewFix': async ({ id }) => planFor(id),
    async 'doctor.applyFix'({ id, token }) {
      const plan = planFor(id)
      if (plan.token !== token) refuse('plan-stale', 'The files changed since this preview.', '预览之后文件发生了变化。')
      const old = findings.find((one) => one.check === id) ?? tryIt
      const finding = healed(old)
      findings = findings.map((one) => (one.check === id ? finding : one))
      const files = plan.tools.flatMap((tool) => tool.files)
      state.counter += 1
      const entry: HistoryEntry = {
        id: `h${state.counter}`,
        at: now(),
        shell: state.host.shell,
        action: 'fix',
        title: text(`Mended: ${old.title.en}`, `已修复：${old.title.zh}`),
        tools: ['claude'],
        files,
      }
      state.history.unshift({ entry, before: {} })
      emit('doctor-finding', finding)
      emit('history-changed', { newest: entry.id })
      return { report: { historyId: entry.id, files, notices: [], status: status() }, finding }
    },
    async 'doctor.report'({ format }) {
      const report = last ?? refuse('no-report', 'The doctor has not run yet.', '还没有运行过诊断。')
      if (format === 'json') return { text: JSON.stringify(report, null, 2) }
      return { text: ['# Switchyard report', '', ...report.findings.map((one) => `- ${one.severity}: ${one.title.en}`), ''].join('\n') }
    },
    'doctor.about': async () => ({
      checks: [...fakeFindings, tryIt].map(({ check, group, title, why, seed }) => ({
        id: check,
        group,
        title,
        why,
        cause: text('Something stands in the way of the profile', '有设置妨碍了配置生效'),
        cure: text('Do what this page says.', '请按本页说明处理。'),
        mends: diffs[check] !== undefined,
        seed,
        asksRelay: false,
        onRequest: check === tryIt.check,
      })),
      sayings: fakeExplanations.map(({ id, tool, cause, checks }) => ({ id, tool, cause, checks })),
    }),
    'doctor.explain': async ({ text: pasted }) =>
      fakeExplanations.filter((one) => pasted.toLowerCase().includes(one.said.slice(0, 13).toLowerCase())),
  }
}
