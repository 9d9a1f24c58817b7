import type { LocalText } from '../../../../shared/model/text'
import type { ToolId } from '../../../../shared/model/tool'

/** Words that a tool prints, and what they really mean. */
export interface Saying {
  readonly id: string
  readonly tool: ToolId
  readonly says: RegExp
  readonly cause: LocalText
  readonly cure: LocalText
  /** Checks that tell which of the causes it is. */
  readonly checks: readonly string[]
}
