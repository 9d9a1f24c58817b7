import { text } from '../../../../shared/model/text'
import type { Check, FixFile } from '../check'
import type { FileFacts, ToolFacts } from '../facts/tools'
import { files } from '../mend'
import { repaired } from '../repair'
import { seen } from '../seen'
import { fail, ok, perTool, warn } from '../verdict'

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
  async run(facts) {
    const verdict = perTool(facts, (tool) => {
      const broken = tool.files.filter((file) => file.syntax !== undefined || isFormat(file.problem?.code) || hasRefusedMark(file))
      const odd = tool.files.filter(({ fault }) => fault !== undefined)
      if (broken.length === 0 && odd.length > 0) return oddly(tool, odd)
      if (broken.length === 0) return tool.files.some(({ exists }) => exists) ? ok() : undefined
      return fail({
        cause: text(
          `${tool.label} cannot read ${broken.map(({ file }) => file.path).join(', ')}, so nothing in it is in effect.`,
          `${tool.label} 无法读取 ${broken.map(({ file }) => file.path).join('、')}，其中的设置全部无效。`,
        ),
        cure: broken.some(({ problem }) => problem?.code === 'file-not-utf8') ? asUtf8 : byHand,
        evidence: broken.map((file) => evidenceOf(file, tool.id)),
        fixable: broken.some((file) => mended(file) !== undefined),
      })
    })
    return verdict.severity === 'warn' ? { ...verdict, title: refusedTitle } : verdict
  },
  fix: {
    about: text(
      'Removes comments, trailing commas and a byte order mark where the format has none; leaves files alone that it cannot mend.',
      '去掉格式不允许的注释、多余的逗号和 BOM；无法修复的文件保持原样。',
    ),
    plan: async (facts) => files(...facts.tools.flatMap((tool) => tool.files.map(mended))),
  },
}

const refusedTitle = text('Switchyard cannot change a settings file', 'Switchyard 无法改动某个设置文件')
const byHand = text(
  'Correct the line in an editor. Comments, trailing commas and a byte order mark can be removed here with “Fix”.',
  '请在编辑器中修正该行。注释、多余的逗号和 BOM 可在此一键“修复”。',
)
const asUtf8 = text(
  'Save the file as UTF-8 without a byte order mark in an editor. Windows PowerShell writes UTF-16 with “>”.',
  '请在编辑器中把文件另存为 UTF-8（无 BOM）。Windows PowerShell 的“>”会写成 UTF-16。',
)

/** The tool reads it, but Switchyard does not change it, so that a switch is refused. */
function oddly({ id, label }: ToolFacts, odd: readonly FileFacts[]) {
  const isWide = odd.some(({ fault }) => fault === 'utf16')
  const paths = odd.map(({ file }) => file.path).join(', ')
  return warn({
    cause: isWide
      ? text(
          `${label} reads ${paths}, but it is UTF-16: Switchyard leaves it as it is and cannot switch.`,
          `${label} 能读取 ${paths}，但它是 UTF-16 编码：Switchyard 不会改动它，因此无法切换。`,
        )
      : text(
          `A key stands twice in ${paths}. ${label} takes the last one; Switchyard leaves such a file as it is and cannot switch.`,
          `${paths} 中有重复的键。${label} 使用最后一个；Switchyard 不会改动这样的文件，因此无法切换。`,
        ),
    cure: isWide ? asUtf8 : text('Remove one of the two in an editor.', '请在编辑器中删除其中一个。'),
    evidence: odd.map(({ file }) => seen(file.path, file.path, { tool: id, file: file.path })),
    fixable: false,
  })
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
