import type { LocalText } from '../../../../shared/model/text'
import type { ToolId } from '../../../../shared/model/tool'

/** Words that a tool prints, and what they really mean. */
export interface Saying {
  readonly id: string
  readonly tool: ToolId
  readonly says: RegExp
  /** True when the tool goes on trying for minutes or for ever after it said so: nothing else is to be learned by waiting. */
  readonly goesOn?: true
  readonly cause: LocalText
  readonly cure: LocalText
  /** Checks that tell which of the causes it is. */
  readonly checks: readonly string[]
}
