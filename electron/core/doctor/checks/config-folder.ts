import { existsSync } from 'node:fs'
import { text } from '../../../../shared/model/text'
import { pathsOf, variable } from '../../tools/paths'
import type { Check, Verdict } from '../check'
import { fact } from '../seen'
import { fail, ok, skip, together, warn } from '../verdict'

const overrides = ['CLAUDE_CONFIG_DIR', 'CODEX_HOME', 'GEMINI_CLI_HOME', 'GEMINI_CLI_TRUSTED_FOLDERS_PATH'] as const

export const configFolder: Check = {
  id: 'config-folder',
  group: 'files',
  title: text('Variables that move the settings', '移动设置位置的变量'),
  badTitle: text('A variable moves the settings to where they are not found', '有变量把设置移到了工具找不到的位置'),
  why: text(
    'A tool that looks for its settings in another folder does not see those that were written.',
    '如果工具到别的文件夹读取设置，就看不到已写入的内容。',
  ),
  remedy: text(
    'Set the variable once, to an absolute path that exists, in your start-up file; or remove it.',
    '请在启动文件中把该变量设为存在的绝对路径，只设一次；或删除它。',
  ),
  seed: [7, 8],
  async run({ place, terminal }) {
    const shell = await terminal()
    const verdicts = overrides.flatMap((name): Verdict[] => {
      const here = variable(place, name)
      const there = shell[name]?.trim() === '' ? undefined : shell[name]
      if (here === undefined && there === undefined) return []
      if (here !== there)
        return [
          warn({
            cause: text(
              `${name} is not the same here and in a new terminal, so Switchyard and the tool look into different folders.`,
              `${name} 在此处与新终端中不同，Switchyard 和工具会使用不同的文件夹。`,
            ),
            cure: text('Set it once, in your start-up file, and restart Switchyard.', '请只在启动文件中设置一次，然后重启 Switchyard。'),
            evidence: [fact(`${name}: ${here ?? '-'} | ${there ?? '-'}`)],
          }),
          // What a new terminal is told counts for the tools.
          ...(there === undefined
            ? []
            : [judge(name, there, pathsOf(place).isAbsolute(there))].filter(({ severity }) => severity !== 'ok')),
        ]
      return [judge(name, here ?? '', pathsOf(place).isAbsolute(here ?? ''))]
    })
    return verdicts.length === 0 ? skip(text('None is set.', '没有设置此类变量。')) : together(verdicts)
  },
}

/** Codex ends with an error when its folder is missing; a relative path depends on where the tool is started. */
function judge(name: string, value: string, absolute: boolean): Verdict {
  const evidence = [fact(`${name}=${value}`)]
  if (!absolute)
    return warn({
      cause: text(
        `${name} is a relative path: it depends on the folder in which the tool starts.`,
        `${name} 是相对路径，取决于工具从哪个文件夹启动。`,
      ),
      cure: text('Set it to an absolute path.', '请改成绝对路径。'),
      evidence,
    })
  if (existsSync(value) || name !== 'CODEX_HOME') return ok(...evidence)
  return fail({
    cause: text(`${name} points to a folder that is not there, so Codex does not start.`, `${name} 指向的文件夹不存在，Codex 无法启动。`),
    cure: text('Create the folder or remove the variable.', '请创建该文件夹，或删除这个变量。'),
    evidence,
  })
}
