/** How one real CLI is installed, run once, and told apart on the wire. */
export interface RealTool {
  readonly id: 'claude' | 'codex' | 'gemini'
  readonly packageName: string
  /** Pinned. npm under Node 20 would silently take an older Claude Code if no exact version were named. */
  readonly version: string
  /** Program inside the package; `.js` is run by this Node, anything else directly. */
  readonly entry: string
  /** Arguments of a one-shot run. */
  readonly args: (prompt: string) => readonly string[]
  /** Variables beyond the scrubbed set. */
  readonly env: Readonly<Record<string, string>>
  /** Path of the request that carries the prompt, for a model. */
  readonly path: (model: string) => string
  readonly keyKind: 'bearer' | 'x-goog-api-key'
  /** The tool's files, relative to its home, that a switch may touch. */
  readonly files: readonly string[]
  /** Those among them that the tool itself rewrites in every run, so that bytes prove nothing. */
  readonly rewrittenByTool: readonly string[]
}

const claude: RealTool = {
  id: 'claude',
  packageName: '@anthropic-ai/claude-code',
  version: '2.1.330',
  entry: 'bin/claude.exe',
  args: (prompt) => ['-p', prompt],
  env: {},
  path: () => '/v1/messages',
  keyKind: 'bearer',
  files: ['.claude/settings.json', '.claude.json'],
  rewrittenByTool: ['.claude.json'],
}

const codex: RealTool = {
  id: 'codex',
  packageName: '@openai/codex',
  version: '0.169.0',
  entry: 'bin/codex.js',
  args: (prompt) => ['exec', '--skip-git-repo-check', prompt],
  env: {},
  path: () => '/v1/responses',
  keyKind: 'bearer',
  files: ['.codex/config.toml', '.codex/auth.json'],
  rewrittenByTool: [],
}

const gemini: RealTool = {
  id: 'gemini',
  packageName: '@google/gemini-cli',
  version: '0.61.0',
  entry: 'bundle/gemini.js',
  args: (prompt) => ['-p', prompt],
  // Gemini CLI reads ~/.gemini/.env only in a trusted folder. Switchyard trusts folders only where the user
  // agrees, so this test says it in the one other way that leaves no file behind.
  env: { GEMINI_CLI_TRUST_WORKSPACE: 'true' },
  path: (model) => `/v1beta/models/${model}:streamGenerateContent`,
  keyKind: 'x-goog-api-key',
  files: ['.gemini/settings.json', '.gemini/.env', '.gemini/trustedFolders.json'],
  rewrittenByTool: [],
}

export const realTools: readonly RealTool[] = [claude, codex, gemini]
