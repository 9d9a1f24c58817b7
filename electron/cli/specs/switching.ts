import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'
import { dryRunOption, forceOption, toolsOption } from './common'

export const switchingSpecs: readonly CommandSpec[] = [
  {
    name: 'use',
    about: text('Switch the tools to a profile', '让工具切换到某个配置'),
    positionals: [{ name: 'name', completes: 'profile' }],
    options: [toolsOption, dryRunOption, forceOption],
    examples: ['switchyard use Work', 'switchyard use Work --dry-run', 'switchyard use official --tools codex   # without a relay again'],
  },
  {
    name: 'current',
    about: text("Show what the tools' own files say now", '显示各工具自身文件中的当前设置'),
    positionals: [],
    options: [toolsOption],
    examples: ['switchyard current', 'switchyard current --json | jq -r \'.tools[] | .tool + " " + .state\''],
  },
  {
    name: 'undo',
    about: text('Take back the last switch, or the one with this id', '撤销上一次切换，或撤销指定编号的切换'),
    positionals: [{ name: 'id', optional: true }],
    options: [],
    examples: ['switchyard undo', 'switchyard history   # tells the ids'],
  },
  {
    name: 'restore',
    about: text('Put back what stood before Switchyard', '恢复到使用 Switchyard 之前的状态'),
    positionals: [],
    options: [toolsOption, dryRunOption, forceOption],
    examples: ['switchyard restore --dry-run', 'switchyard restore --tools gemini'],
  },
  {
    name: 'history',
    about: text('List what was changed, newest first', '列出修改记录，最新的在前'),
    positionals: [],
    options: [{ name: 'limit', value: 'N', about: text('how many entries (default: 20)', '显示条数（默认：20）') }],
    examples: ['switchyard history', 'switchyard history --limit 1 --json'],
  },
]
