import type { Settings } from '../../shared/model/settings'
import type { Place, ToolAdapter } from './tools/tool'

/** The place with the folders that the user chose for tools, each under the variable that the tool would be told it by. */
export function placeWithFolders(place: Place, chosen: Settings['toolFolders'], adapters: readonly ToolAdapter[]): Place {
  const folders = adapters.flatMap(({ descriptor: { id, folderVariable } }) => {
    const folder = chosen[id]
    return folderVariable === undefined || folder === undefined || folder === '' ? [] : [[folderVariable, folder] as const]
  })
  return folders.length === 0 ? place : { ...place, folders: Object.fromEntries(folders) }
}
