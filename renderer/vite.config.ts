import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { PluginOption } from 'vite'

/** What the renderer is built with, in every bundler that builds it: electron.vite.config.ts and the preview. */
export const rendererPlugins = (): PluginOption[] => [react(), tailwindcss()]
