import type { CurlShell, CurlStep } from '../../../shared/model/probe'
import { maskKey } from '../mask-key'
import { bareHost } from './net/bare-host'
import { keyHeader, type ProbePlan, type ProbeRequest } from './plan'
import { answerRequest, modelsRequest, streamRequest } from './requests'

/** What a command shows of the model when none is known. */
const NO_MODEL = 'MODEL'

interface CurlWish {
  readonly step: CurlStep
  readonly shell: CurlShell
  /** The key in full; else it is masked and must be filled in by hand. */
  readonly reveal: boolean
}

/** A step of a test as a command to run by hand. Pure. */
export function curlCommand(plan: ProbePlan, { step, shell, reveal }: CurlWish): string {
  const url = new URL(plan.api)
  const host = bareHost(url.hostname)
  const key = reveal ? plan.key : maskKey(plan.key)
  const model = plan.models[0] ?? NO_MODEL
  const write = (request: ProbeRequest, flags: readonly string[]) =>
    command(request, { ...request.headers, ...keyHeader(plan.header, key) }, flags, shell)
  switch (step) {
    case 'dns':
      return shell === 'bash' ? `nslookup ${bash(host)}` : `Resolve-DnsName ${powershell(host)}`
    case 'tls':
      return shell === 'bash'
        ? `openssl s_client -connect ${bash(`${url.hostname}:${url.port || 443}`)} -servername ${bash(host)} -showcerts </dev/null`
        : `curl.exe -v --http1.1 -o NUL ${powershell(`${url.origin}/`)}`
    case 'models':
      return write(modelsRequest(plan), ['-sS', '-i'])
    case 'answer':
      return write(answerRequest(plan, model), ['-sS', '-i', '-N'])
    case 'stream':
      return write(streamRequest(plan, model), ['-sS', '-N'])
    case 'timing':
      return write(modelsRequest(plan), [
        '-sS',
        '-o',
        shell === 'bash' ? '/dev/null' : 'NUL',
        '-w',
        'DNS: %{time_namelookup}s  Connect: %{time_connect}s  TLS: %{time_appconnect}s  First byte: %{time_starttransfer}s  Total: %{time_total}s\\n',
      ])
  }
}

function command(request: ProbeRequest, headers: Readonly<Record<string, string>>, flags: readonly string[], shell: CurlShell): string {
  const quote = shell === 'bash' ? bash : powershell
  const words = flags.map((flag) => (/^[\w/.-]+$/.test(flag) ? flag : quote(flag)))
  const lines = [
    `${shell === 'bash' ? 'curl' : 'curl.exe'} ${[...words, quote(request.url)].join(' ')}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
  ]
  if (request.body === undefined) return joined(lines, shell)
  if (shell === 'bash') return joined([...lines, `-d ${bash(request.body)}`], shell)
  // Windows PowerShell drops the double quotes of an argument, so the body goes in by standard input.
  return `${powershell(request.body)} | ${joined([...lines, "--data-binary '@-'"], shell)}`
}

const joined = (lines: readonly string[], shell: CurlShell): string => lines.join(shell === 'bash' ? ' \\\n  ' : ' `\n  ')

const bash = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`
const powershell = (word: string): string => `'${word.replace(/['‘’‚‛]/g, '$&$&')}'`
