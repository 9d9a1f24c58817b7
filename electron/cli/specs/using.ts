import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'
import { toolsOption } from './common'

export const usingSpecs: readonly CommandSpec[] = [
  {
    name: 'env',
    about: text('Print a profile as environment variables', '将配置输出为环境变量'),
    positionals: [{ name: 'name', completes: 'profile' }],
    options: [
      {
        name: 'shell',
        value: 'SHELL',
        about: text(
          'bash, zsh, fish, powershell, cmd or dotenv (default: the shell you use)',
          'bash、zsh、fish、powershell、cmd 或 dotenv（默认：当前使用的 shell）',
        ),
        completes: 'env-shell',
      },
      toolsOption,
    ],
    examples: [
      'eval "$(switchyard env Work --shell bash)"',
      'switchyard env Work --shell fish | source',
      'switchyard env Work --shell dotenv > .env',
    ],
  },
  {
    name: 'run',
    about: text('Run one command with a profile; no file changes', '用某个配置运行一条命令；不修改任何文件'),
    positionals: [{ name: 'name', completes: 'profile' }],
    rest: true,
    options: [],
    examples: [
      'switchyard run Work -- claude',
      'switchyard run Work -- codex exec "explain this repository"',
      'switchyard run Work -- python my_agent.py',
    ],
  },
  {
    name: 'serve',
    about: text('Serve the app to a browser', '在浏览器中使用本应用'),
    positionals: [],
    options: [
      {
        name: 'port',
        value: 'N',
        about: text('port (default: 4783, or a free one if that is taken)', '端口（默认：4783，被占用时自动选择）'),
      },
      { name: 'host', value: 'HOST', about: text('address to listen on (default: 127.0.0.1)', '监听地址（默认：127.0.0.1）') },
      { name: 'allow-remote', about: text('allow a host that other machines can reach', '允许监听其他机器可访问的地址') },
      { name: 'tls-cert', value: 'FILE', about: text('serve https with this certificate (PEM)', '使用此证书（PEM）提供 https') },
      { name: 'tls-key', value: 'FILE', about: text('the key of the certificate (PEM)', '该证书的私钥（PEM）') },
      { name: 'open', about: text('open the browser', '打开浏览器') },
    ],
    examples: ['switchyard serve --open', 'ssh -L 4783:127.0.0.1:4783 me@server switchyard serve --port 4783'],
  },
  {
    name: 'completion',
    about: text('Print the completion script for a shell', '输出 shell 的自动补全脚本'),
    positionals: [{ name: 'shell', completes: 'completion-shell' }],
    options: [],
    examples: [
      'source <(switchyard completion bash)',
      'switchyard completion zsh > ~/.zsh/completions/_switchyard   # a folder of your fpath',
      'switchyard completion fish > ~/.config/fish/completions/switchyard.fish',
      'switchyard completion powershell | Out-String | Invoke-Expression',
    ],
  },
  {
    name: 'help',
    about: text('Show help for a command', '显示命令的帮助'),
    positionals: [{ name: 'command', optional: true, completes: 'command' }],
    options: [],
    examples: ['switchyard help', 'switchyard help add'],
  },
  { name: '__complete', about: text('', ''), positionals: [], rest: true, options: [], examples: [], hidden: true },
]
