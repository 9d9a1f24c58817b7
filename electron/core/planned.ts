import { OFFICIAL_ID } from '../../shared/model/profile'
import type { Notice, SwitchPlan, ToolPlan } from '../../shared/model/switch'
import { text } from '../../shared/model/text'
import { fileDiffs } from './diff-text'
import type { FileChange } from './files/change'
import { fingerprint } from './files/fingerprint'
import type { PlannedTool } from './plan-tool'
import type { StateRecord } from './record'
import type { Secrets } from './redact/mask-secrets'
import { secretsIn } from './secrets'
import type { ToolAdapter } from './tools/tool'

/** All that a transaction would change, decided and checked but not written. */
export interface Planned {
  readonly tools: readonly PlannedTool[]
  readonly record: StateRecord
  readonly next: StateRecord
}

/** Files whose text would change. */
export const changesOf = (tool: PlannedTool): FileChange[] =>
  tool.files
    .filter(({ snapshot, after }) => after !== snapshot.content?.text)
    .map(({ snapshot, after, hunks, secret, mode, ownFolders }) => ({ before: snapshot, after, hunks, secret, mode, ownFolders }))

/** Stands for the exact texts before and after: a plan that the user saw holds only as long as this is the same. */
export const tokenOf = ({ tools }: Planned): string =>
  fingerprint(
    JSON.stringify(
      tools.flatMap(({ files }) =>
        files.map(({ snapshot, after }) => [
          snapshot.target,
          snapshot.content?.hash ?? null,
          after === undefined ? null : fingerprint(after),
        ]),
      ),
    ),
  )

/** Every text in the files, now and as planned, that must not be shown. */
export const secretsOf = (tool: PlannedTool): Secrets => [
  ...new Set([
    ...tool.files.flatMap(({ values }) => secretsIn(values)),
    ...Object.values(tool.records).flatMap(({ owned }) =>
      owned.flatMap(({ secret, wrote }) => (secret && typeof wrote === 'string' ? [wrote] : [])),
    ),
    ...(tool.target === null ? [] : [tool.target.key]),
  ]),
]

/** A plan as shells show it: diffs with masked keys, what to know, what was changed by hand. */
export function showPlan(planned: Planned, profileId: string = OFFICIAL_ID): SwitchPlan {
  return { profileId, token: tokenOf(planned), tools: planned.tools.map(showTool) }
}

function showTool(tool: PlannedTool): ToolPlan {
  for (const { written } of tool.files) written()
  const changes = changesOf(tool).map(({ before, after, hunks }) => ({
    path: before.path,
    before: before.content?.hash ?? null,
    after: after === undefined ? null : fingerprint(after),
    hunks: hunks(),
  }))
  const files = fileDiffs(changes, secretsOf(tool))
  return { tool: tool.adapter.descriptor.id, files, notices: noticesOf(tool), conflicts: tool.conflicts }
}

/** What the user should know about what is planned for a tool. */
export function noticesOf({ adapter, target, context }: PlannedTool): readonly Notice[] {
  if (target === null) return []
  const notices = adapter.notices(target, context)
  const inFile = target.keyDelivery === 'command' && !asksCommand({ adapter, target, context })
  return inFile ? [...notices, keyInFile(adapter)] : notices
}

/** True when the planned files name a command for the key. */
export const asksCommand = ({ adapter, target, context }: Pick<PlannedTool, 'adapter' | 'target' | 'context'>): boolean =>
  target?.keyDelivery === 'command' && adapter.asks?.(target, context.version) !== undefined

const keyInFile = ({ descriptor }: ToolAdapter): Notice => ({
  id: 'key-in-file',
  severity: 'warn',
  message: descriptor.keyCommand.note,
  cure: text(
    `To have no key on the disk, switch the other tools alone, and start ${descriptor.label} with: switchyard run`,
    `如不想让密钥落盘，请只切换其他工具，并用 switchyard run 启动 ${descriptor.label}。`,
  ),
})
