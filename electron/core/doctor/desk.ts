import { setMaxListeners } from 'node:events'
import { statSync } from 'node:fs'
import { arch, release, type } from 'node:os'
import path from 'node:path'
import type { Api } from '../../../shared/contract'
import type { DoctorReport, Finding, Severity } from '../../../shared/model/finding'
import { text } from '../../../shared/model/text'
import { ready } from '../methods/ready'
import { misused } from '../problem'
import { profileFinder } from '../profile-lookup'
import { unknownTool } from '../profile-names'
import type { Scope } from '../scope'
import { readSettings } from '../settings-store'
import { readStatus } from '../status'
import { diagnosticsPage } from './about'
import type { Check } from './check'
import { explain } from './explain'
import { type Facts, gatherFacts, type Question } from './facts'
import { applyFix, previewFix } from './fix'
import { checks, checkWithId } from './index'
import { type ProbeTool, rememberedProbes } from './probes'
import { proxyHosts } from './proxy-hosts'
import { reportText } from './report'
import { runCheck, runChecks } from './runner'

/** The doctor's part of the contract. */
export type DoctorMethods = Pick<
  Api,
  'doctor.run' | 'doctor.cancel' | 'doctor.previewFix' | 'doctor.applyFix' | 'doctor.report' | 'doctor.about' | 'doctor.explain'
>

/** Shells, tools and tests that a run may have under way at the same time, each of which listens for a cancel. */
const LISTENERS = 60

/** The doctor at work: remembers the last run and the one under way. @param probe tests one profile for one tool */
export function openDoctor(scope: Scope, probe: ProbeTool): DoctorMethods {
  const { host, adapters } = scope
  const running = new Set<AbortController>()
  let last: { readonly report: DoctorReport; readonly facts: Facts } | undefined

  const factsFor = (question: Question, deep = false) =>
    gatherFacts(host, adapters, rememberedProbes(probe, deep ? 'deep' : 'answer', question.signal), question)
  const forFix = (id: string, folder: string | undefined) => {
    const check = knownCheck(id)
    const signal = new AbortController().signal
    return { check, fresh: () => factsFor({ folder: folderOf(folder), network: check.network === true, signal }) }
  }

  return {
    'doctor.run': async ({ only, tools, folder, network = false }) => {
      await ready(scope)
      const chosen = choose(only, tools)
      for (const tool of tools ?? []) if (!adapters.some(({ descriptor }) => descriptor.id === tool)) throw unknownTool(tool, adapters)
      const controller = new AbortController()
      setMaxListeners(LISTENERS, controller.signal)
      running.add(controller)
      try {
        const start = performance.now()
        const deep = only !== undefined && chosen.some(({ onRequest, network: asks }) => onRequest === true && asks === true)
        const facts = await factsFor({ tools, folder: folderOf(folder), network, signal: controller.signal }, deep)
        const findings = await runChecks(chosen, facts, (finding) => scope.emit('doctor-finding', finding))
        const report: DoctorReport = {
          at: facts.now.toISOString(),
          version: host.version,
          system: `${type()} ${release()} ${arch()}`,
          ms: Math.round(performance.now() - start),
          findings,
          counts: countsOf(findings),
          cancelled: controller.signal.aborted,
        }
        last = { report: only === undefined ? report : merged(last?.report, report), facts }
        return report
      } finally {
        running.delete(controller)
      }
    },
    'doctor.cancel': async () => {
      for (const controller of running) controller.abort()
      return null
    },
    'doctor.previewFix': async ({ id, folder }) => {
      await ready(scope)
      const { check, fresh } = forFix(id, folder)
      return previewFix(check, await fresh())
    },
    'doctor.applyFix': async ({ id, folder, token }) => {
      await ready(scope)
      const { check, fresh } = forFix(id, folder)
      const outcome = await applyFix(host, check, fresh, token, readSettings(host).historyLimit)
      await scope.announce()
      const status = await readStatus(host, adapters, profileFinder(host))
      const finding = await runCheck(check, await fresh())
      scope.emit('doctor-finding', finding)
      return { report: { ...outcome, status }, finding }
    },
    'doctor.report': async ({ format, withHost = false }) => {
      if (last === undefined) throw nothingYet()
      const { report, facts } = last
      return { text: reportText(report, format, facts.redactor, withHost, withHost ? [] : await proxyHosts(facts)) }
    },
    'doctor.about': async () => diagnosticsPage(),
    'doctor.explain': async ({ text: pasted }) => explain(pasted),
  }
}

/** All checks but those that run on request, or the named ones. */
function choose(only: readonly string[] | undefined, tools: readonly string[] | undefined): readonly Check[] {
  for (const id of only ?? []) knownCheck(id)
  return checks.filter(({ id, tool, onRequest }) =>
    only === undefined ? onRequest !== true && (tools === undefined || tool === undefined || tools.includes(tool)) : only.includes(id),
  )
}

/** What the last whole run said, with the checks that were run again since. */
function merged(whole: DoctorReport | undefined, again: DoctorReport): DoctorReport {
  if (whole === undefined) return again
  const fresh = new Map(again.findings.map((finding) => [finding.check, finding]))
  const findings = [
    ...whole.findings.map((finding) => fresh.get(finding.check) ?? finding),
    ...again.findings.filter(({ check }) => !whole.findings.some((known) => known.check === check)),
  ]
  return { ...whole, at: again.at, findings, counts: countsOf(findings) }
}

const countsOf = (findings: readonly Finding[]): Record<Severity, number> => {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { fail: count('fail'), warn: count('warn'), ok: count('ok'), skip: count('skip') }
}

/** @throws {ProblemError} when it is no folder that is there */
function folderOf(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined
  if (path.isAbsolute(folder) && statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return path.normalize(folder)
  throw misused(
    'no-such-folder',
    text('The folder to look at is not there.', '要检查的文件夹不存在。'),
    text('Name a folder by its absolute path.', '请用绝对路径指定文件夹。'),
  )
}

/** @throws {ProblemError} when there is none */
function knownCheck(id: string): Check {
  const check = checkWithId(id)
  if (check === undefined) throw unknownCheck(id)
  return check
}

const unknownCheck = (id: string) => {
  const shown = JSON.stringify(id.slice(0, 60))
  return misused(
    'unknown-check',
    text(`There is no check ${shown}.`, `没有名为 ${shown} 的检查。`),
    text(`There are: ${checks.map((check) => check.id).join(', ')}.`, `可用：${checks.map((check) => check.id).join('、')}。`),
  )
}

const nothingYet = () =>
  misused('no-report', text('The doctor has not run yet.', '还没有运行过诊断。'), text('Run it first.', '请先运行诊断。'))
