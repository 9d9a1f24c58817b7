import type { ProfileView } from './profile'
import type { LocalText } from './text'
import type { ToolId } from './tool'

/** Something the user should know about a switch; `cure` says what to do about it. */
export interface Notice {
  readonly id: string
  readonly severity: 'info' | 'warn'
  readonly message: LocalText
  readonly cure?: LocalText
}

/** One file that a switch changes. */
export interface ChangedFile {
  readonly path: string
  readonly change: 'create' | 'modify' | 'delete'
}

export interface FileDiff extends ChangedFile {
  /** Unified, with keys masked. */
  readonly diff: string
}

export interface ToolPlan {
  readonly tool: ToolId
  readonly files: readonly FileDiff[]
  readonly notices: readonly Notice[]
  /** Values that Switchyard owns and someone changed; applying overwrites them only if asked to. */
  readonly conflicts: readonly ValueChange[]
}

export interface SwitchPlan {
  readonly profileId: string
  readonly tools: readonly ToolPlan[]
  /** Stands for the exact texts planned for; `switch.apply` refuses if it no longer holds. */
  readonly token: string
}

/** One value that differs from what Switchyard wrote. Secrets are masked. Absent means not in the file. */
export interface ValueChange {
  readonly file: string
  readonly setting: string
  readonly expected?: string
  readonly found?: string
}

/** What a tool's own files say. */
export interface ToolStatus {
  readonly tool: ToolId
  /**
   * `in-sync`: as the profile says. `outdated`: as written, but the profile was edited since. `changed`: an owned value was changed by hand.
   * `foreign`: a relay that Switchyard did not set. `official`: no relay. `unreadable`: a file could not be read or parsed.
   */
  readonly state: 'in-sync' | 'outdated' | 'changed' | 'foreign' | 'official' | 'unreadable'
  readonly profileId?: string
  readonly profileName?: string
  readonly baseUrl?: string
  readonly model?: string
  readonly keyMasked?: string
  /** True when the files name a command that prints the key. */
  readonly keyFromCommand?: true
  readonly changes: readonly ValueChange[]
  readonly problem?: Problem
}

/** A refusal or failure in words: what, where and the cure. */
export interface Problem {
  /** Stable id, such as `file-syntax`. */
  readonly code: string
  /** What it means for the files: decides the terminal's exit code. */
  readonly kind: 'usage' | 'refused' | 'rolled-back' | 'internal'
  readonly message: LocalText
  readonly hint?: LocalText
  readonly file?: string
  /** Counted from 1. */
  readonly line?: number
  readonly column?: number
}

export interface SwitchReport {
  /** Absent when there was nothing to change. */
  readonly historyId?: string
  readonly profileId?: string
  /** Their diffs are in the plan before and in the history afterwards. */
  readonly files: readonly ChangedFile[]
  readonly notices: readonly Notice[]
  readonly status: readonly ToolStatus[]
}

/** What taking another key into use did. */
export interface KeyReport extends SwitchReport {
  readonly profile: ProfileView
  /** Tools that the profile is active in: they have the key now. */
  readonly tools: readonly ToolId[]
}

export type ShellName = 'desktop' | 'terminal' | 'web'

/** One entry of the history: one transaction. */
export interface HistoryEntry {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly shell: ShellName
  readonly action: 'switch' | 'undo' | 'restore' | 'fix'
  readonly title: LocalText
  readonly tools: readonly ToolId[]
  /** The profiles that these tools used afterwards; a tool without a relay has none. Absent in what an older Switchyard shows. */
  readonly profileIds?: readonly string[]
  readonly files: readonly FileDiff[]
  /** Id of the entry that undid this one. */
  readonly undoneBy?: string
}
