import { builtinModules, createRequire } from 'node:module'
import type { Plugin } from 'esbuild'

/**
 * Node's own modules that cost start-up time (together about 4 ms of 25) and that most commands never call, with all that the sources take from
 * them. A name that is missing here fails the build.
 */
const late: Readonly<Record<string, readonly string[]>> = {
  'node:child_process': ['execFile', 'spawn'],
  'node:crypto': [
    'X509Certificate',
    'createCipheriv',
    'createDecipheriv',
    'createHash',
    'randomBytes',
    'randomUUID',
    'scrypt',
    'timingSafeEqual',
  ],
  'node:http': ['Agent', 'createServer', 'request'],
  'node:https': ['createServer'],
  'node:net': ['connect', 'isIP', 'isIPv6'],
}

const require = createRequire(import.meta.url)

/**
 * Node's own modules in a bundle: those above are loaded at the first call of one of their functions, in place of at the start; all others once for the
 * whole bundle, in place of once for each source that imports them.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: new RegExp(`^node:(${builtinModules.join('|')})$`) }, ({ path, namespace }) =>
      namespace === 'builtin' ? { path, external: true } : { path, namespace: 'builtin', sideEffects: false },
    )
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: late[path]?.map((name) => loadedLate(path, name)).join('\n') ?? loadedOnce(path),
    }))
  },
}

/** Works for classes too. */
const loadedLate = (path: string, name: string): string =>
  `export function ${name}(...args) { const real = require('${path}').${name}; return new.target ? new real(...args) : real(...args) }`

/** What nobody imports is not looked at: some of these names are getters that load more. */
const loadedOnce = (path: string): string => {
  const names = Object.keys(require(path) as object).filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default')
  return [
    `const real = require('${path}')`,
    'export default real',
    ...names.map((name) => `const $${name} = /* @__PURE__ */ (() => real.${name})()\nexport { $${name} as ${name} }`),
  ].join('\n')
}
