import type { ToolStatus } from '../../shared/model/switch'
import type { ToolInfo } from '../../shared/model/tool'
import type { Slice } from './app-state'

export interface ToolsSlice {
  readonly tools: readonly ToolInfo[]
  readonly status: readonly ToolStatus[]
  /** Reads the tools' files again. */
  checkTools(): Promise<void>
}

export const toolsSlice: Slice<ToolsSlice> = (api) => (set, get) => ({
  tools: [],
  status: [],
  async checkTools() {
    await get().attempt(async () => {
      const [tools, status] = await Promise.all([api['tools.list']({}), api['tools.status']({})])
      set({ tools, status })
    })
  },
})
