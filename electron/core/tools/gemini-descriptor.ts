import { text } from '../../../shared/model/text'
import type { ToolDescriptor } from '../../../shared/model/tool'

export const geminiDescriptor: ToolDescriptor = {
  id: 'gemini',
  label: 'Gemini CLI',
  protocol: 'gemini',
  docs: 'https://geminicli.com/docs/get-started/configuration/',
  models: [
    {
      id: 'main',
      label: text('Model', '模型'),
      hint: text(
        'Left empty, Gemini CLI picks among several models of its own, which a relay may not have.',
        '留空时，Gemini CLI 会在它自己的多个模型中选择，中转站可能没有这些模型。',
      ),
      placeholder: 'gemini-2.5-pro',
    },
  ],
  options: [
    {
      kind: 'toggle',
      id: 'ignoreLocalEnv',
      label: text("Ignore a project's .env", '忽略项目里的 .env'),
      hint: text(
        "Otherwise a project's .env hides the relay completely. From Gemini CLI 0.52 on.",
        '否则项目里的 .env 会让中转站设置完全失效。Gemini CLI 0.52 起支持。',
      ),
      default: true,
    },
    {
      kind: 'text',
      id: 'trustFolder',
      label: text('Trust this folder', '信任此文件夹'),
      hint: text(
        'Gemini CLI reads the relay only in trusted folders. Give the folder of your projects, as an absolute path; all folders in it are trusted too.',
        'Gemini CLI 只在受信任的文件夹中读取中转站设置。请填写项目所在文件夹的绝对路径；其中的子文件夹也会被信任。',
      ),
      default: '',
      placeholder: '/home/you/projects',
    },
  ],
  // 0.61 takes a key from a variable, a .env file or its own encrypted store, and runs no command for one.
  keyCommand: {
    can: false,
    note: text(
      'Gemini CLI cannot ask a command: its key is written into its file, readable only by you.',
      'Gemini CLI 无法通过命令获取密钥：密钥会写入它的文件，仅您可读。',
    ),
  },
  folderVariable: 'GEMINI_CLI_HOME',
  folderBelow: '.gemini',
  extraHint: text('Each entry becomes a variable in ~/.gemini/.env.', '每一项会成为 ~/.gemini/.env 里的一个变量。'),
}
