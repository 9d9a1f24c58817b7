import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { rendererPlugins } from '../../../renderer/vite.config'

const root = resolve(import.meta.dirname, '../../..')

/** Serves or builds the gallery: every component in every state on one page. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: rendererPlugins(),
  logLevel: 'error',
  server: { fs: { allow: [root] } },
})
