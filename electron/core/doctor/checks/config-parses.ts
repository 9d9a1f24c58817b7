import { text } from '../../../../shared/model/text'
import type { Check, FixFile } from '../check'
import type { FileFacts } from '../facts/tools'
import { files } from '../mend'
import { repaired } from '../repair'
import { seen } from '../seen'
import { fail, ok, perTool } from '../verdict'

export const configParses: Check = {
  id: 'config-parses',
  group: 'files',
  title: text('The settings files can be read', '设置文件格式正确'),
  badTitle: text('A settings file cannot be read', '有设置文件格式错误'),
  why: text(
    'One wrong character makes a tool ignore the whole file, often without saying so: Claude Code then says “Not logged in”.',
    '一个错误字符就会让工具忽略整个文件，而且往往没有提示：Claude Code 此时会显示“Not logged in”。',
  ),
  seed: [7, 8, 9],
  run: async (facts) =>
    perTool(facts, (tool) => {
      const broken = tool.files.filter((file) => file.syntax !== undefined || isFormat(file.problem?.code) || hasRefusedMark(file))
      if (broken.length === 0) return tool.files.some(({ exists }) => exists) ? ok() : undefined
      return fail({
        cause: text(
          `${tool.label} cannot read ${broken.map(({ file }) => file.path).join(', ')}, so nothing in it is in effect.`,
          `${tool.label} 无法读取 ${broken.map(({ file }) => file.path).join('、')}，其中的设置全部无效。`,
        ),
        cure: text(
          'Correct the line in an editor. Comments, trailing commas and a byte order mark can be removed here with “Fix”.',
          '请在编辑器中修正该行。注释、多余的逗号和 BOM 可在此一键“修复”。',
        ),
        evidence: broken.map((file) => evidenceOf(file, tool.id)),
        fixable: broken.some((file) => mended(file) !== undefined),
      })
    }),
  fix: {
    about: text(
      'Removes comments, trailing commas and a byte order mark where the format has none; leaves files alone that it cannot mend.',
      '去掉格式不允许的注释、多余的逗号和 BOM；无法修复的文件保持原样。',
    ),
    plan: async (facts) => files(...facts.tools.flatMap((tool) => tool.files.map(mended))),
  },
}

/** Where comments are allowed a byte order mark is not (Gemini CLI 0.61: exit 52); Claude Code and Codex's config.toml take one. */
const hasRefusedMark = ({ file, text: content }: FileFacts): boolean => file.format === 'jsonc' && content?.startsWith('\uFEFF') === true

function mended(facts: FileFacts): FixFile | undefined {
  if (facts.syntax !== undefined) return repaired(facts)
  return hasRefusedMark(facts) ? { path: facts.file.path, after: facts.text?.slice(1), secret: true } : undefined
}

const isFormat = (code: string | undefined): boolean => code === 'file-not-utf8' || code === 'not-a-file' || code === 'file-too-large'

function evidenceOf({ file, syntax, problem }: FileFacts, tool: string) {
  if (problem === undefined && syntax === undefined)
    return seen('a byte order mark', 'BOM（字节顺序标记）', { tool, file: file.path, line: 1 })
  if (syntax !== undefined) return seen(syntax.reason.en, syntax.reason.zh, { tool, file: file.path, line: syntax.line })
  return seen(problem?.message.en ?? '', problem?.message.zh ?? '', { tool, file: file.path })
}
