import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { rendererPlugins } from './renderer/vite.config'

const at = (path: string): string => resolve(import.meta.dirname, path)

/** What the first screen asks of the core, beside the core itself. */
const askedFirst = /\/electron\/(main\/parts|core\/methods\/(host|settings|profile-views|vault)|core\/files\/(json|toml|env)-edit)\.ts$/

/** Everything is bundled, so that a package holds a few files; of node_modules only the native keyring. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      target: 'node20',
      minify: true,
      rolldownOptions: {
        input: { main: at('electron/main/main.ts') },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          codeSplitting: {
            groups: [
              { name: 'window', tags: ['$initial'], priority: 2 },
              { name: 'core', test: askedFirst, priority: 1 },
            ],
          },
        },
        // A native module cannot be bundled; electron-builder.yml takes its folder along.
        external: ['@napi-rs/keyring'],
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: { input: { preload: at('electron/preload/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: rendererPlugins(),
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: {
        input: at('renderer/index.html'),
        // Else what the first screen shares with each later one is a file of its own, twenty in all, and every file is a question to the main process.
        output: { codeSplitting: { groups: [{ name: 'first-screen', tags: ['$initial'] }] } },
      },
    },
  },
})
