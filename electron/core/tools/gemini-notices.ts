import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import { relativePathNotices, variable } from './paths'
import type { ToolContext, ToolTarget } from './tool'
import { olderThan } from './version'

const watched = ['GEMINI_API_KEY', 'GOOGLE_GEMINI_BASE_URL', 'GEMINI_MODEL'] as const

/** Traps of Gemini CLI that its files alone do not solve. */
export function geminiNotices(target: ToolTarget, { place, version }: ToolContext): readonly Notice[] {
  const notices: Notice[] = [...relativePathNotices(place, ['GEMINI_CLI_HOME', 'GEMINI_CLI_TRUSTED_FOLDERS_PATH'])]
  const written: Readonly<Record<(typeof watched)[number], string | undefined>> = {
    GEMINI_API_KEY: target.key,
    GOOGLE_GEMINI_BASE_URL: target.baseUrl,
    GEMINI_MODEL: target.models.main,
  }
  const shadowing = watched.filter((name) => variable(place, name) !== undefined && variable(place, name) !== written[name])
  if (shadowing.length > 0)
    notices.push({
      id: 'gemini-shell-variables',
      severity: 'warn',
      message: text(
        `${shadowing.join(', ')} in your environment wins over what Switchyard writes.`,
        `环境变量 ${shadowing.join('、')} 会覆盖 Switchyard 写入的设置。`,
      ),
      cure: text(
        "Remove it from your shell's start-up file (or the system's settings) and open a new terminal.",
        '请从 shell 启动文件（或系统设置）中删除它，再打开新的终端。',
      ),
    })
  if (!olderThan(version, '0.41') && target.options.trustFolder === '')
    notices.push({
      id: 'gemini-folder-trust',
      severity: 'warn',
      message: text(
        'Gemini CLI reads the relay only in folders that you trust; elsewhere it says that GEMINI_API_KEY is missing.',
        'Gemini CLI 只在您信任的文件夹中读取中转站设置；在其他文件夹会提示缺少 GEMINI_API_KEY。',
      ),
      cure: text(
        "Answer “Trust folder” when it asks, name your projects' folder under “Trust this folder”, or start it with --skip-trust.",
        '请在它询问时选择信任，或在“信任此文件夹”中填写项目所在的文件夹，或用 --skip-trust 启动。',
      ),
    })
  if (target.models.main === undefined)
    notices.push({
      id: 'gemini-no-model',
      severity: 'info',
      message: text(
        'No model is set, so Gemini CLI asks the relay for several names of its own choice.',
        '没有设置模型，Gemini CLI 会向中转站请求它自己默认的多个模型名。',
      ),
      cure: text(
        "If the relay does not know them, set the model to a name of the relay's list.",
        '如果中转站没有这些模型，请设为中转站列表里的名称。',
      ),
    })
  notices.push({
    id: 'gemini-running',
    severity: 'info',
    message: text('A running Gemini CLI keeps the old relay.', '正在运行的 Gemini CLI 仍使用原来的中转站。'),
    cure: text('Restart it.', '请重新启动它。'),
  })
  return notices
}

/** For `run`: variables cannot choose how Gemini CLI logs in. */
export const runNotices: readonly Notice[] = [
  {
    id: 'gemini-own-home',
    severity: 'info',
    message: text(
      'This command runs with a copy of your Gemini CLI settings, because yours log in another way. Its chats are not kept.',
      '您的 Gemini CLI 设置使用其他登录方式，因此该命令使用设置的副本运行，其对话不会保留。',
    ),
    cure: text('Switch to the profile to keep them.', '如需保留，请切换到该配置。'),
  },
]
