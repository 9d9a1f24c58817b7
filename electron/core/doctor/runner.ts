import type { Finding } from '../../../shared/model/finding'
import type { Problem } from '../../../shared/model/switch'
import { type LocalText, text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { everyText } from '../every-text'
import type { Check, Verdict } from './check'
import type { Facts } from './facts'
import { fail, skip } from './verdict'

/** How long one check may take; those that ask the network or start a tool have their own limits on top. Milliseconds. */
const PATIENCE = 10_000
const LONG = 150_000

/**
 * Runs checks side by side over the same facts. A check that throws or takes too long becomes a finding of its own; every text is redacted.
 * @param told called for each finding as soon as it is there
 * @returns the findings in the order of the checks; those that a cancel cut off are missing
 */
export async function runChecks(checks: readonly Check[], facts: Facts, told: (finding: Finding) => void): Promise<readonly Finding[]> {
  const findings = await Promise.all(
    checks.map(async (check) => {
      const finding = await runCheck(check, facts)
      if (facts.signal.aborted) return undefined
      told(finding)
      return finding
    }),
  )
  return findings.filter((finding) => finding !== undefined)
}

/** Runs one check. Never throws. */
export async function runCheck(check: Check, facts: Facts): Promise<Finding> {
  const start = performance.now()
  const verdict = await answer(check, facts)
  const bad = verdict.severity === 'fail' || verdict.severity === 'warn'
  const { title = bad ? check.badTitle : check.title, evidence, cause, cure, values = [] } = verdict
  return {
    check: check.id,
    group: check.group,
    why: check.why,
    severity: verdict.severity,
    ...everyText(
      {
        title,
        evidence,
        ...(cause === undefined ? {} : { cause }),
        ...(cure === undefined || !bad ? {} : { cure }),
        ...(values.length === 0 ? {} : { values }),
      },
      facts.redactor.text,
    ),
    seed: check.seed ?? [],
    ...(bad && verdict.curl !== undefined && { curl: verdict.curl }),
    fixable: bad && check.fix !== undefined && verdict.fixable !== false,
    ms: Math.round(performance.now() - start),
  }
}

async function answer(check: Check, facts: Facts): Promise<Verdict> {
  if (check.network === true && !facts.network) return skip(text('The network was left out.', '本次未检查网络。'))
  const limit = check.network === true || check.onRequest === true ? LONG : PATIENCE
  const timer = deferredTimer(limit)
  try {
    return await Promise.race([check.run(facts), timer.ended.then(() => tookTooLong(check, limit)), facts.cancelled.then(cancelled)])
  } catch (thrown) {
    return thrown instanceof ProblemError && thrown.problem.code === facts.locked?.code
      ? skip(leftOut(facts.locked))
      : crashed(check, thrown)
  } finally {
    timer.stop()
  }
}

const leftOut = ({ hint }: Problem): LocalText =>
  text(
    `Left out: it needs your key, and the vault is locked. ${hint?.en ?? ''}`.trim(),
    `未检查：需要密钥，而保险库已锁定。${hint?.zh ?? ''}`,
  )

function deferredTimer(limit: number): { readonly ended: Promise<void>; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const ended = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limit)
  })
  return { ended, stop: () => clearTimeout(timer) }
}

const cancelled = (): Verdict => skip(text('Cancelled.', '已取消。'))

/** Of a check that did not come to an end nobody knows whether something is wrong. */
const unanswered = (check: Check, trouble: Parameters<typeof fail>[0]): Verdict => ({
  ...fail({ ...trouble, fixable: false }),
  title: text(`Not known: ${check.title.en}`, `未能确定：${check.title.zh}`),
})

const tookTooLong = (check: Check, limit: number): Verdict =>
  unanswered(check, {
    cause: text(`The check did not end within ${limit / 1000} seconds.`, `该检查在 ${limit / 1000} 秒内没有完成。`),
    cure: text('Run it again. If it stays so, please report it.', '请重新运行；如果一直如此，请反馈此问题。'),
  })

/** A problem in words is told as it is; of anything else only its kind, for its text may quote a file. */
function crashed(check: Check, thrown: unknown): Verdict {
  if (thrown instanceof ProblemError)
    return unanswered(check, {
      cause: thrown.problem.message,
      cure: thrown.problem.hint ?? text('Correct that, then run the doctor again.', '请先修正，再重新运行诊断。'),
    })
  const kind = thrown instanceof Error ? thrown.name : typeof thrown
  return unanswered(check, {
    cause: text(`The check crashed (${kind}).`, `该检查意外中断（${kind}）。`),
    cure: text('The other checks are not touched by this. Please report it.', '其他检查不受影响。请反馈此问题。'),
  })
}
