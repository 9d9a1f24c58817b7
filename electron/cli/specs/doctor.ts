import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'
import { toolsOption } from './common'

export const doctorSpecs: readonly CommandSpec[] = [
  {
    name: 'doctor',
    about: text('Find out why a tool does not work, and mend it', '找出工具不工作的原因并修复'),
    positionals: [],
    options: [
      { name: 'only', value: 'id', many: true, about: text('only this check', '只运行这项检查') },
      toolsOption,
      { name: 'folder', value: 'DIR', about: text('the folder in which the tools are started', '启动工具的文件夹') },
      {
        name: 'offline',
        about: text('leave out what asks the relay (costs a few tokens otherwise)', '不访问中转站（否则会消耗少量 token）'),
      },
      { name: 'fix', value: 'id|all', about: text('mend what can be mended; undo takes it back', '修复可修复的问题；可用 undo 撤销') },
      { name: 'dry-run', about: text('with --fix: show the diff and change nothing', '配合 --fix：只显示差异，不做修改') },
      { name: 'report', value: 'FILE', about: text('write a redacted report (.md or .json)', '写出脱敏报告（.md 或 .json）') },
      { name: 'with-host', about: text('leave the names of this machine and of its proxies in the report', '报告中保留本机和代理的名称') },
      { name: 'explain', about: text('say what an error text on standard input really means', '解释从标准输入读入的错误信息') },
    ],
    examples: [
      'switchyard doctor',
      'switchyard doctor --offline --json',
      'switchyard doctor --only why-ignored --folder .',
      'switchyard doctor --fix all',
      'switchyard doctor --only try-it --tools claude   # runs the tool once',
      'switchyard doctor --report report.md',
      'claude -p hi 2>&1 | switchyard doctor --explain',
    ],
  },
]
