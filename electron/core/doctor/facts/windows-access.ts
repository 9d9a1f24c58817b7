import { win32 } from 'node:path'
import { powershellWord } from '../../powershell-word'
import { variable } from '../../tools/paths'
import type { Place } from '../../tools/tool'
import { answerOf } from './ask'

/** A user or group. */
export interface Account {
  /** Blank where Windows has none for the name. */
  readonly sid: string
  /** In the language of the system, such as `BUILTIN\Users`. */
  readonly name: string
}

/** Whose a file or folder is, and who may do what to it. */
export interface Access {
  readonly owner: Account
  readonly rules: readonly { readonly account: Account; readonly allows: boolean; readonly rights: number }[]
}

/** As long as Gemini CLI waits for the same answer (0.61). */
const PATIENCE = 5_000

/** Windows' own PowerShell, never another one of the PATH. */
export const powershellOf = (place: Place): string => {
  const root = variable(place, 'SystemRoot') ?? ''
  const local = /^[a-z]:\\/i.test(root) ? root : 'C:\\Windows'
  return win32.join(local, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')
}

/** Asks for the access lists of all paths at once, for PowerShell takes its time to start. Undefined for each that it does not tell of. */
export async function accessOf(paths: readonly string[], program: string): Promise<readonly (Access | undefined)[]> {
  const encoded = Buffer.from(accessScript(paths), 'utf16le').toString('base64')
  const args = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded]
  return parseAccess(await answerOf(program, args, PATIENCE), paths.length)
}

/** Names stand last in their lines; a path is told by its place in the list, so nothing depends on how it is spelled. */
export const accessScript = (paths: readonly string[]): string => `
[Console]::OutputEncoding = [System.Text.Encoding]::UTF8
$at = 0
foreach ($path in @(${paths.map(powershellWord).join(', ')})) {
  "path\`t$at"
  $at++
  try { $acl = Get-Acl -LiteralPath $path -ErrorAction Stop } catch { continue }
  $sid = ''
  try { $sid = $acl.GetOwner([System.Security.Principal.SecurityIdentifier]).Value } catch {}
  "owner\`t$sid\`t$($acl.Owner)"
  foreach ($rule in $acl.Access) {
    $sid = ''
    try { $sid = $rule.IdentityReference.Translate([System.Security.Principal.SecurityIdentifier]).Value } catch {}
    "rule\`t$($rule.AccessControlType)\`t$([int]$rule.FileSystemRights)\`t$sid\`t$($rule.IdentityReference.Value)"
  }
}
`

/** @param listing lines of `path N`, `owner SID NAME` and `rule Allow|Deny RIGHTS SID NAME`, parted by tabs */
export function parseAccess(listing: string, count: number): readonly (Access | undefined)[] {
  const parts = listing.split(/^path\t/m).slice(1)
  return Array.from({ length: count }, (_, at) => {
    const lines = parts.find((part) => part.startsWith(`${at}\r\n`) || part.startsWith(`${at}\n`))?.split(/\r?\n/) ?? []
    const [, sid, name] = lines.map((line) => /^owner\t(.*?)\t(.*)$/.exec(line)).find((found) => found !== null) ?? []
    if (sid === undefined || name === undefined) return undefined
    const rules = lines.flatMap((line) => {
      const [, kind, rights, of = '', called = ''] = /^rule\t(\w+)\t(-?\d+)\t(.*?)\t(.*)$/.exec(line) ?? []
      return kind === undefined ? [] : [{ account: { sid: of, name: called }, allows: kind === 'Allow', rights: Number(rights) }]
    })
    return { owner: { sid, name }, rules }
  })
}

/** Administrators, the system, services such as TrustedInstaller, and who creates or owns a thing: by number, or by name where there is none. */
export const isTrusted = ({ sid, name }: Account): boolean =>
  sid === ''
    ? /(?:^|\\)(?:Administrators|SYSTEM|TrustedInstaller|CREATOR OWNER|CREATOR GROUP)$/i.test(name)
    : ['S-1-5-32-544', 'S-1-5-18', 'S-1-3-0', 'S-1-3-1'].includes(sid) || sid.startsWith('S-1-5-80-')

/** Every bit that has a name of its own; a rule with another one, of a generic right, is not weighed (0.61 goes by the names). */
const NAMED = 0x1f01ff
/** Write and append data, attributes of both kinds; delete it and what is in it; change permissions, take ownership. */
const CHANGES = 0xd0156

/** Who may change it beside those whom Gemini CLI trusts (0.61: rules that only pass on to what is below count as well). */
export const writersOf = ({ rules }: Access): readonly Account[] =>
  rules
    .filter(({ account, allows, rights }) => allows && (rights & ~NAMED) === 0 && (rights & CHANGES) !== 0 && !isTrusted(account))
    .map(({ account }) => account)
