import * as z from 'zod/mini'
import type { DiagnosticsPage, DoctorReport, Explanation, Finding } from './model/finding'
import type { HostInfo } from './model/host'
import { LONGEST_PASTE, type PasteProbe, type Recognised } from './model/paste'
import { type ConnectionReport, curlShells, curlSteps, type EndpointsReport, type ProfileConnection } from './model/probe'
import type { Derivation, ProfileView } from './model/profile'
import { profileInput } from './model/profile-input'
import type { Settings } from './model/settings'
import { settingsPatch } from './model/settings-patch'
import type { HistoryEntry, KeyReport, SwitchPlan, SwitchReport, ToolStatus } from './model/switch'
import type { ToolInfo } from './model/tool'
import { conflictChoices, type Exported, type Imported, type Inspection, LONGEST_IMPORT } from './model/transfer'
import type { VaultStatus } from './model/vault'

/** The output type of a method travels with its input schema; nothing is checked on the way out, the core made it. */
interface Method<Input extends z.core.$ZodType, Output> {
  readonly input: Input
  readonly output?: Output
}
const method =
  <Output>() =>
  <Input extends z.core.$ZodType>(input: Input): Method<Input, Output> => ({ input })

const nothing = z.strictObject({})
const id = z.strictObject({ id: z.string() })
const keyText = z.string().check(z.maxLength(10_000))
const keyNotes = { label: z.optional(z.string().check(z.maxLength(1000))), expiresAt: z.optional(z.string().check(z.maxLength(100))) }
const toolList = z.optional(z.array(z.string()))

/** Shells for which environment lines can be made. */
export const envShells = ['bash', 'zsh', 'fish', 'powershell', 'cmd', 'dotenv'] as const
export type EnvShell = (typeof envShells)[number]

/** Every method of the host: name, shape of its input, type of its output. Preload, HTTP and client are derived from it. */
export const contract = {
  'host.info': method<HostInfo>()(nothing),
  'tools.list': method<readonly ToolInfo[]>()(nothing),
  /** What every tool's own files say now. */
  'tools.status': method<readonly ToolStatus[]>()(nothing),
  'profiles.list': method<readonly ProfileView[]>()(nothing),
  'profiles.add': method<ProfileView>()(z.strictObject({ profile: profileInput, replace: z.optional(z.boolean()) })),
  'profiles.edit': method<ProfileView>()(z.strictObject({ id: z.string(), profile: profileInput })),
  'profiles.remove': method<null>()(id),
  'profiles.duplicate': method<ProfileView>()(z.strictObject({ id: z.string(), name: z.string() })),
  'profiles.reorder': method<null>()(z.strictObject({ ids: z.array(z.string()) })),
  /** The one door through which a key leaves the core: the active one, where none is named. */
  'profiles.reveal': method<{ readonly key: string }>()(z.strictObject({ id: z.string(), keyId: z.optional(z.string()) })),
  /** Live preview for a form: what each tool gets from this text. */
  'profiles.derive': method<Derivation>()(z.strictObject({ url: z.string(), overrides: z.optional(z.record(z.string(), z.string())) })),
  /** Makes a profile of what a tool's files say now, or takes the hand-made changes into the profile `id`. */
  'profiles.adopt': method<ProfileView>()(z.strictObject({ tool: z.string(), name: z.optional(z.string()), id: z.optional(z.string()) })),
  /** Adds a key that waits for its use. `expiresAt` is its last day, as in `2027-01-31`. */
  'keys.add': method<ProfileView>()(z.strictObject({ profileId: z.string(), key: keyText, ...keyNotes })),
  /** Makes a key the profile's active one, and writes it into the tools that the profile is active in: one entry of the history. */
  'keys.use': method<KeyReport>()(z.strictObject({ profileId: z.string(), keyId: z.string(), overwriteChanged: z.optional(z.boolean()) })),
  /** Changes a key's label or last day; an empty text takes it away. */
  'keys.edit': method<ProfileView>()(z.strictObject({ profileId: z.string(), keyId: z.string(), ...keyNotes })),
  /** Forgets a key. The active one is refused. */
  'keys.remove': method<ProfileView>()(z.strictObject({ profileId: z.string(), keyId: z.string() })),
  /**
   * Recognises whatever was pasted or handed over. The key in it stays in the core, under the draft that the answer names; half an hour at most.
   * `previous` is a draft that this one takes the place of.
   */
  'paste.recognise': method<Recognised>()(
    // Somewhat over the limit comes through, so that the answer can say what is wrong; far over is no paste.
    z.strictObject({ text: z.string().check(z.maxLength(10 * LONGEST_PASTE)), previous: z.optional(z.string()) }),
  ),
  /** Asks the draft's relay for its protocols and models; costs no tokens. */
  'paste.probe': method<PasteProbe>()(z.strictObject({ draft: z.string() })),
  /** Saves a profile with the draft's key (or the profile's own). Risks that need it must have the user's consent. */
  'paste.save': method<ProfileView>()(
    z.strictObject({ draft: z.string(), profile: profileInput, consent: z.optional(z.boolean()), replace: z.optional(z.boolean()) }),
  ),
  /** Adds the draft's key to a profile that is there, as a further one that waits for its use. Refused where the draft is about another host. */
  'paste.addKey': method<ProfileView>()(
    z.strictObject({ draft: z.string(), profileId: z.string(), ...keyNotes, consent: z.optional(z.boolean()) }),
  ),
  /** Forgets a draft and its key, and ends its probe. */
  'paste.forget': method<null>()(z.strictObject({ draft: z.string() })),
  'switch.preview': method<SwitchPlan>()(z.strictObject({ profileId: z.string(), tools: toolList })),
  'switch.apply': method<SwitchReport>()(
    z.strictObject({ profileId: z.string(), tools: toolList, token: z.optional(z.string()), overwriteChanged: z.optional(z.boolean()) }),
  ),
  /** Without an id: the newest entry that is not undone. */
  'switch.undo': method<SwitchReport>()(z.strictObject({ historyId: z.optional(z.string()) })),
  'switch.restorePreview': method<SwitchPlan>()(z.strictObject({ tools: toolList })),
  'switch.restore': method<SwitchReport>()(z.strictObject({ tools: toolList, overwriteChanged: z.optional(z.boolean()) })),
  'history.list': method<readonly HistoryEntry[]>()(
    z.strictObject({ limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))), before: z.optional(z.string()) }),
  ),
  /** When each profile was last put in force (ISO 8601, UTC), by its id; the whole history counts. */
  'history.lastUsed': method<Readonly<Record<string, string>>>()(nothing),
  /** Runs the checks; each finding is also told as the event `doctor-finding`. Without `network` nothing leaves the machine. */
  'doctor.run': method<DoctorReport>()(
    z.strictObject({
      only: z.optional(z.array(z.string())),
      tools: toolList,
      folder: z.optional(z.string()),
      network: z.optional(z.boolean()),
    }),
  ),
  'doctor.cancel': method<null>()(nothing),
  /** What the fix of a check would change now. */
  'doctor.previewFix': method<SwitchPlan>()(z.strictObject({ id: z.string(), folder: z.optional(z.string()) })),
  /** Carries the fix out as a transaction that can be undone, then runs the check again. */
  'doctor.applyFix': method<{ readonly report: SwitchReport; readonly finding: Finding }>()(
    z.strictObject({ id: z.string(), token: z.string(), folder: z.optional(z.string()) }),
  ),
  /** The last run as a text to hand on: no key, no user name, and no host name unless asked for. */
  'doctor.report': method<{ readonly text: string }>()(
    z.strictObject({ format: z.enum(['markdown', 'json']), withHost: z.optional(z.boolean()) }),
  ),
  /** What docs/diagnostics.md says, so that it can be read without a network. */
  'doctor.about': method<DiagnosticsPage>()(nothing),
  /** What an error text of a tool, pasted by the user, really means; best match first. */
  'doctor.explain': method<readonly Explanation[]>()(z.strictObject({ text: z.string().check(z.maxLength(200_000)) })),
  /**
   * Tests profiles (all without ids) and each tool they serve, and tells every step as `connection-step`. Asks a model for one word, which costs a
   * few tokens: `free` leaves that out, `deep` asks for some thirty words more and compares routes and protocols. `run` names it for a cancel.
   */
  'connection.test': method<ConnectionReport>()(
    z.strictObject({
      run: z.optional(z.string().check(z.maxLength(100))),
      profileIds: z.optional(z.array(z.string())),
      tools: toolList,
      deep: z.optional(z.boolean()),
      free: z.optional(z.boolean()),
    }),
  ),
  /** Ends a run, or all without a name; their `connection.test` then answers with what is known. */
  'connection.cancel': method<null>()(z.strictObject({ run: z.optional(z.string()) })),
  /** What is remembered of earlier tests: last reports, latency history, protocols. */
  'connection.results': method<readonly ProfileConnection[]>()(nothing),
  /** A step as a command to run by hand; the key is masked unless `reveal` is set on the user's word. */
  'connection.curl': method<{ readonly text: string }>()(
    z.strictObject({
      profileId: z.string(),
      tool: z.string(),
      step: z.enum(curlSteps),
      shell: z.enum(curlShells),
      reveal: z.optional(z.boolean()),
    }),
  ),
  /** Makes a model of the relay's list the tool's main model in the profile. */
  'connection.takeModel': method<ProfileView>()(
    z.strictObject({ profileId: z.string(), tool: z.string(), model: z.string().check(z.minLength(1), z.maxLength(300)) }),
  ),
  /** Tries every endpoint of a profile without tokens, told one by one as `connection-endpoint`; ended by `connection.cancel`. */
  'connection.endpoints': method<EndpointsReport>()(
    z.strictObject({ profileId: z.string(), run: z.optional(z.string().check(z.maxLength(100))) }),
  ),
  /** Makes one of a profile's endpoints its URL; the present one takes its place. The tools get it with the next switch. */
  'connection.takeEndpoint': method<ProfileView>()(z.strictObject({ profileId: z.string(), url: z.string().check(z.maxLength(2000)) })),
  /** Environment lines for a shell: holds the key, so a shell asks for it only on the user's word. */
  'env.render': method<{ readonly text: string }>()(z.strictObject({ profileId: z.string(), shell: z.enum(envShells), tools: toolList })),
  /** How keys are sealed. Unlocks nothing. */
  'vault.status': method<VaultStatus>()(nothing),
  /** Opens what a passphrase protects, for this process; `session` keeps it open for all of the user's until the log-out. */
  'vault.unlock': method<VaultStatus>()(
    z.strictObject({ passphrase: z.string().check(z.maxLength(1000)), session: z.optional(z.boolean()) }),
  ),
  'vault.lock': method<VaultStatus>()(nothing),
  /** Seals everything under a new data key. Protected by a passphrase, it needs that. */
  'vault.rotate': method<VaultStatus>()(z.strictObject({ passphrase: z.optional(z.string().check(z.maxLength(1000))) })),
  'vault.protect': method<VaultStatus>()(
    z.strictObject({
      protection: z.enum(['keychain', 'passphrase', 'file']),
      passphrase: z.optional(z.string().check(z.maxLength(1000))),
    }),
  ),
  /** Profiles (all without ids) as one text to keep: sealed with the passphrase, or with `plain` with their keys for everyone to read. */
  'transfer.export': method<Exported>()(
    z.strictObject({
      ids: z.optional(z.array(z.string()).check(z.maxLength(20_000))),
      passphrase: z.optional(z.string().check(z.maxLength(1000))),
      plain: z.optional(z.boolean()),
    }),
  ),
  /** What lies in a file, before anything is written. `file` is its name, for messages. The keys in it stay in the core, under the draft. */
  'transfer.inspect': method<Inspection>()(
    z.strictObject({
      text: z.string().check(z.maxLength(LONGEST_IMPORT)),
      file: z.optional(z.string().check(z.maxLength(4096))),
      passphrase: z.optional(z.string().check(z.maxLength(1000))),
    }),
  ),
  /** Saves the items that are named, all or none. `onConflict` is about a name that is there already: without it the item is skipped. */
  'transfer.import': method<Imported>()(
    z.strictObject({
      draft: z.string(),
      take: z
        .array(z.strictObject({ id: z.string(), onConflict: z.optional(z.enum(conflictChoices)) }))
        .check(z.minLength(1), z.maxLength(20_000)),
      consent: z.optional(z.boolean()),
    }),
  ),
  /** Forgets a file and the keys in it. */
  'transfer.forget': method<null>()(z.strictObject({ draft: z.string() })),
  'settings.get': method<Settings>()(nothing),
  'settings.set': method<Settings>()(settingsPatch),
  /** Opens the data folder or a tool's file in the system's file manager. Desktop only. */
  'desktop.reveal': method<null>()(
    z.strictObject({ target: z.union([z.literal('data'), z.strictObject({ tool: z.string(), file: z.string() })]) }),
  ),
  /** Opens an https link of the allow-list in the system's browser. Desktop only. */
  'desktop.openLink': method<null>()(z.strictObject({ url: z.string() })),
  /** Puts a profile's key on the clipboard, past the window, and takes it off again after a minute if it is still there. Desktop only. */
  'desktop.copyKey': method<null>()(z.strictObject({ id: z.string(), keyId: z.optional(z.string()) })),
} as const

export type Contract = typeof contract
export type MethodName = keyof Contract
export type Input<M extends MethodName> = z.infer<Contract[M]['input']>
export type Output<M extends MethodName> = NonNullable<Contract[M]['output']> | Extract<Contract[M]['output'], null>

/** The host as an ordinary object of functions. */
export type Api = { readonly [M in MethodName]: (input: Input<M>) => Promise<Output<M>> }
