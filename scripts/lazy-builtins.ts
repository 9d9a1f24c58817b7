import type { Plugin } from 'esbuild'

/**
 * Node's own modules that cost start-up time (together about 4 ms of 25) and that most commands never call, with all that the sources take from
 * them. A name that is missing here fails the build.
 */
const builtins: Readonly<Record<string, readonly string[]>> = {
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

/** Loads such a module at the first call of one of its functions, in place of at the start. */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    const filter = new RegExp(`^(${Object.keys(builtins).join('|')})$`)
    build.onResolve({ filter }, ({ path, namespace }) =>
      namespace === 'lazy-builtin' ? { path, external: true } : { path, namespace: 'lazy-builtin' },
    )
    build.onLoad({ filter: /.*/, namespace: 'lazy-builtin' }, ({ path }) => ({
      contents: (builtins[path] ?? []).map((name) => lazy(path, name)).join('\n'),
    }))
  },
}

/** Works for classes too. */
const lazy = (path: string, name: string): string =>
  `export function ${name}(...args) { const real = require('${path}').${name}; return new.target ? new real(...args) : real(...args) }`
