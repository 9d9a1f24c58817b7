/** Who may import whom: docs/architecture.md has the table. */
const only = (name, from, allowed, comment, builtins = ['core']) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { pathNot: allowed, dependencyTypesNot: ['type-only', ...builtins] },
})

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('shared-is-pure', '^shared/', ['^shared/', 'node_modules/zod/'], 'shared/ runs anywhere: zod and nothing else.', []),
    only(
      'core-is-plain-node',
      '^electron/core/',
      [
        '^electron/core/',
        '^shared/',
        'node_modules/(zod|@iarna/toml|smol-toml|jsonc-parser|dotenv|diff|socks|eventsource-parser|@napi-rs/keyring)/',
      ],
      'The core never learns which shell runs it.',
    ),
    only(
      'main-is-the-desktop-shell',
      '^electron/main/',
      ['^electron/(main|core)/', '^shared/', 'node_modules/(electron|electron-store|zod)/', 'resources/'],
      'The desktop shell knows the core, not its sisters.',
    ),
    only(
      'preload-is-two-functions',
      '^electron/preload/',
      ['^electron/preload/', '^shared/', 'node_modules/electron/'],
      'One bundled file, sandboxed.',
    ),
    only(
      'server-is-the-web-shell',
      '^electron/server/',
      ['^electron/(server|core)/', '^shared/', 'node_modules/(hono|@hono)/'],
      'The web shell knows the core, not its sisters.',
    ),
    only(
      'cli-is-the-terminal-shell',
      '^electron/cli/',
      ['^electron/(cli|server|core)/', '^shared/'],
      'The terminal shell may start the web shell.',
    ),
    {
      name: 'only-the-desktop-knows-electron',
      severity: 'error',
      from: { path: '^(shared|renderer|electron/(core|server|cli))/' },
      to: { path: '(^|node_modules/)electron(-store)?(/|$)', pathNot: '^electron/' },
    },
    {
      name: 'renderer-knows-the-contract-only',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/', pathNot: '^$' },
    },
    {
      name: 'page-loads-no-schemas',
      comment: 'The page takes types of the contract; its schemas and their library would be a tenth of the first screen.',
      severity: 'error',
      from: { path: '^(renderer/|shared/client\\.ts)' },
      to: { path: '^shared/(contract|model/[\\w-]+-(input|patch))\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: 'vite\\.config\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'a-tool-stays-in-its-room',
      comment: 'Nothing outside the folder asks which tool it is.',
      severity: 'error',
      from: { pathNot: '^(electron/core/tools/|tests/)' },
      to: { path: '^electron/core/tools/(claude|codex|gemini)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
}
