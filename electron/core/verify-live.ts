import { text } from '../../shared/model/text'
import type { PlannedTool } from './plan-tool'
import { rolledBack } from './problem'
import type { FileValues, LiveConfig } from './tools/tool'

/**
 * Compares what a tool's files say with the profile. They were read back before and hold their new texts to the byte, so what the second parser read
 * in those texts is what they say.
 * @returns what they say
 * @throws {ProblemError} `not-in-effect`; the caller takes the switch back
 */
export function verifyLive({ adapter, context, files, target }: PlannedTool): LiveConfig {
  const values: FileValues = Object.fromEntries(files.map(({ file, written }) => [file.id, written()]))
  const live = adapter.read(values)
  if (target === null) return live
  const main = adapter.descriptor.models[0]?.id ?? ''
  const wanted = target.models[main]
  const command = adapter.asks?.(target, context.version)
  const hasKey = command === undefined ? live.key === target.key : live.keyCommand === command
  if (live.baseUrl === target.baseUrl && hasKey && (wanted === undefined || live.models[main] === wanted)) return live
  throw rolledBack(
    'not-in-effect',
    text(
      `${adapter.descriptor.label} does not show the new settings after the write, so it was taken back.`,
      `写入后 ${adapter.descriptor.label} 未呈现新的设置，已撤回。`,
    ),
    text('Something else writes the same files. Close it, then try again.', '有其他程序在写入相同的文件。请关闭它后重试。'),
  )
}
