import { resolve } from 'node:path'
import { defineConfig } from 'vite'
import { rendererPlugins } from '../../renderer/vite.config'

const at = (path: string) => resolve(import.meta.dirname, '../..', path)

/** Serves or builds renderer/preview.html: the app on a host in memory, without any backend. */
export default defineConfig({
  root: at('renderer'),
  base: './',
  plugins: rendererPlugins(),
  server: { fs: { allow: [at('.')] } },
  build: {
    rolldownOptions: { input: [at('renderer/preview.html'), at('renderer/index.html')] },
  },
})
