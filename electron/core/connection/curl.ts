import type { CurlShell, CurlStep } from '../../../shared/model/probe'
import { maskKey } from '../mask-key'
import { powershellWord } from '../powershell-word'
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
      return shell === 'bash' ? `nslookup ${bash(host)}` : `Resolve-DnsName ${powershellWord(host)}`
    case 'tls':
      return shell === 'bash'
        ? `openssl s_client -connect ${bash(`${url.hostname}:${url.port || 443}`)} -servername ${bash(host)} -showcerts </dev/null`
        : `curl.exe -v '--http1.1' -o NUL ${powershellWord(`${url.origin}/`)}`
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

/** A call of curl before it is spelled for a shell. */
interface Call {
  readonly flags: readonly string[]
  readonly url: string
  readonly headers: readonly string[]
  readonly body: string | undefined
}

function command(request: ProbeRequest, headers: Readonly<Record<string, string>>, flags: readonly string[], shell: CurlShell): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  // As it is sent: quotes and blanks of an address are encoded.
  const call: Call = { flags, url: new URL(request.url).href, headers: lines, body: request.body }
  return shell === 'bash' ? inBash(call) : inPowerShell(call)
}

const bash = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** Only the simplest words go without quotes: PowerShell cuts some at a dot. */
const flagged = (flags: readonly string[], quote: (word: string) => string): readonly string[] =>
  flags.map((flag) => (/^[\w/-]+$/.test(flag) ? flag : quote(flag)))

function inBash({ flags, url, headers, body }: Call): string {
  const data = body === undefined ? [] : [`-d ${bash(body)}`]
  return [`curl ${[...flagged(flags, bash), bash(url)].join(' ')}`, ...headers.map((line) => `-H ${bash(line)}`), ...data].join(' \\\n  ')
}

/**
 * The same text works in Windows PowerShell 5.1 and in PowerShell 7:
 * - `curl.exe`, since `curl` alone is Invoke-WebRequest in 5.1.
 * - No argument has a double quote or ends with a backslash. 5.1 hands those to a program unescaped (they vanish, or join two arguments); 7.3 escapes
 *   them itself, so no spelling is right in both. The body goes in by standard input, and when another argument has one, all of the call does.
 * - What goes in is ASCII: 5.1 pipes in ASCII and makes a “?” of everything else. `-d` drops the line end that PowerShell adds.
 */
function inPowerShell({ flags, url, headers, body }: Call): string {
  const piped = (text: string, lines: readonly string[]) => [`${powershellWord(text)} | ${lines[0]}`, ...lines.slice(1)].join(' `\n  ')
  const start = `curl.exe ${flagged(flags, powershellWord).join(' ')}`
  if ([url, ...headers].some((word) => /"|\\$/.test(word))) {
    const config = [`url = ${configWord(url)}`, ...headers.map((line) => `header = ${configWord(line)}`)]
    return piped([...config, ...(body === undefined ? [] : [`data-raw = ${configWord(asciiJson(body))}`])].join('\n'), [`${start} -K '-'`])
  }
  const lines = [`${start} ${powershellWord(url)}`, ...headers.map((line) => `-H ${powershellWord(line)}`)]
  return body === undefined ? lines.join(' `\n  ') : piped(asciiJson(body), [...lines, "-d '@-'"])
}

/** JSON with every other letter as an escape: the same value. */
const asciiJson = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A value in a file of settings of curl. */
const configWord = (word: string): string => `"${word.replace(/["\\]/g, '\\$&')}"`
