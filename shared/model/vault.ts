/** How keys are sealed, as shells show it. */
export interface VaultStatus {
  /** False until the first key is saved. */
  readonly exists: boolean
  readonly protection?: 'keychain' | 'passphrase' | 'file'
  /** What `SWITCHYARD_VAULT` asks for. */
  readonly pinned?: 'keychain' | 'passphrase' | 'file'
  /** True when keys can be opened without asking anyone. */
  readonly open: boolean
  /** True while a passphrase must be entered before keys can be opened. */
  readonly needsPassphrase: boolean
  /** True where an unlocked vault can stay open until the user logs out. */
  readonly session: boolean
}
