import type { ProbeFinding, ProbeTimings } from '../../../../shared/model/probe'

/** A layer that failed, with what it means. The timings hold the phases that had ended. */
export class ProbeFailure extends Error {
  constructor(
    readonly finding: ProbeFinding,
    readonly timings: Partial<ProbeTimings> = {},
  ) {
    super(finding.code)
    this.name = 'ProbeFailure'
  }
}

/** The test was ended from outside. */
export class ProbeCancelled extends Error {
  override readonly name = 'ProbeCancelled'
}

/** @throws {ProbeCancelled} */
export function checkSignal(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new ProbeCancelled('cancelled')
}
