import type { ProbeFinding, ProbeStepId } from '../../../../shared/model/probe'
import type { LocalText } from '../../../../shared/model/text'

/** A finding in one line. */
export const finding = (
  layer: ProbeStepId,
  code: string,
  cause: LocalText,
  cure: LocalText,
  more: Pick<ProbeFinding, 'guide' | 'evidence' | 'suggestions'> = {},
): ProbeFinding => ({ layer, code, cause, cure, ...more })
