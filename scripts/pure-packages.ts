import type { Plugin } from 'esbuild'

/** Packages whose modules do nothing when they are loaded but to define things, though they do not say so: what is not used of them can go. */
const packages = /[\\/]node_modules[\\/](jsonc-parser)[\\/]/

/** Tells esbuild so. jsonc-parser's formatter alone, which nobody calls, takes a millisecond to set up its tables. */
export const purePackages: Plugin = {
  name: 'pure-packages',
  setup(build) {
    build.onResolve({ filter: /^(\.|jsonc-parser$)/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      if (pluginData === purePackages || !(path === 'jsonc-parser' || packages.test(importer))) return undefined
      return { ...(await build.resolve(path, { importer, resolveDir, kind, pluginData: purePackages })), sideEffects: false }
    })
  },
}
