import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from '../../../shared/model/text'
import { ProblemError } from '../../../shared/transport'
import { refused, systemCode } from '../../core/problem'
import { isLoopback } from '../../server/addresses'
import type { Tls } from '../../server/certificate'
import { createServer, type RunningServer, type ServerOptions } from '../../server/server'
import type { Call } from '../call'
import { wholeNumber } from '../numbers'
import { openBrowser } from '../open-browser'
import type { Ui } from '../ui'
import { seeHelp, usage } from '../usage'

const DEFAULT_PORT = 4783

/** Serves until Ctrl-C. */
export async function serve({ args, ui, bundle, openCore }: Call): Promise<undefined> {
  const port = wholeNumber(args, 'port', 0, 65_535)
  const host = args.value('host') ?? '127.0.0.1'
  const tls = readTls(args.value('tls-cert'), args.value('tls-key'))
  const core = await openCore('web')
  const rendererDir = path.resolve(bundle, '../renderer')
  const server = await start({ core, host, rendererDir, allowRemote: args.flag('allow-remote'), tls }, port)
  const unwatch = core.watch()
  if (!isLoopback(host) && !tls) warnOfListeners(ui)
  tellServer(ui, server)
  const browser = args.flag('open')
    ? openBrowser(server.url, () =>
        ui.note(ui.say(text('The browser could not be opened; use the link above.', '无法打开浏览器，请使用上面的链接。'))),
      )
    : undefined
  const stopAsking = offerNewLinks(ui, server)
  await interrupted()
  stopAsking()
  browser?.forget()
  unwatch()
  await server.close()
  if (!ui.json) ui.note(ui.say(text('Stopped.', '已停止。')))
  return undefined
}

/** Without a wish for a certain port, a taken one is no reason to stop. */
async function start(options: Omit<ServerOptions, 'port'>, port: number | undefined): Promise<RunningServer> {
  if (port !== undefined) return createServer({ ...options, port })
  try {
    return await createServer({ ...options, port: DEFAULT_PORT })
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'port-in-use') return createServer({ ...options, port: 0 })
    throw error
  }
}

/** @throws {ProblemError} kind `usage` for one without the other, `cannot-read-certificate` for a file that cannot be read */
function readTls(certFile: string | undefined, keyFile: string | undefined): Tls | undefined {
  if (certFile === undefined && keyFile === undefined) return undefined
  if (certFile === undefined || keyFile === undefined) {
    const message = text('--tls-cert and --tls-key go together.', '--tls-cert 和 --tls-key 必须同时使用。')
    throw usage(message, seeHelp('serve'))
  }
  return { cert: readPem(certFile), key: readPem(keyFile) }
}

function readPem(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = systemCode(error) ?? 'error'
    const message = text(`${file} cannot be read (${code}).`, `无法读取 ${file}（${code}）。`)
    throw refused('cannot-read-certificate', message, text('Give the path of a PEM file.', '请提供 PEM 文件的路径。'), { file })
  }
}

function warnOfListeners(ui: Ui): void {
  const warning = text(
    'warning: other machines can reach this server, and the connection is not encrypted: whoever listens on the network can read your keys. Use --tls-cert and --tls-key, or an SSH tunnel.',
    '警告：其他机器可以访问此服务，且连接未加密：网络上的监听者可以读取您的密钥。请使用 --tls-cert 和 --tls-key，或改用 SSH 隧道。',
  )
  ui.note(ui.paint.warn(ui.say(warning)))
}

function tellServer(ui: Ui, server: RunningServer): void {
  ui.result({ url: server.url, origin: server.origin, port: server.port }, () =>
    [
      ui.say(text('Switchyard is ready. Open this link; it works once:', 'Switchyard 已就绪。请打开此链接，仅可使用一次：')),
      '',
      `  ${ui.paint.accent(server.url)}`,
      '',
      ui.paint.dim(
        ui.say(
          ui.isTerminal(0)
            ? text('Enter: a new link. Ctrl-C: stop.', '回车：获取新链接。Ctrl-C：停止。')
            : text('Ctrl-C: stop.', 'Ctrl-C：停止。'),
        ),
      ),
    ].join('\n'),
  )
}

/** For a second browser: every link works only once. */
function offerNewLinks(ui: Ui, server: RunningServer): () => void {
  if (ui.json || !ui.isTerminal(0)) return () => undefined
  const tell = () => ui.out(`  ${ui.paint.accent(server.issueLink())}\n`)
  process.stdin.on('data', tell)
  return () => {
    process.stdin.off('data', tell)
    process.stdin.pause()
  }
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}
