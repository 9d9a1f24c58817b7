import { claude } from './claude'
import { codex } from './codex'
import { gemini } from './gemini'
import type { ToolAdapter } from './tool'

/** Every tool, in the order in which people see them. A new tool is its own file and one line here. */
export const adapters: readonly ToolAdapter[] = [claude, codex, gemini]

export const toolById = (id: string): ToolAdapter | undefined => adapters.find(({ descriptor }) => descriptor.id === id)
