import type { Command } from '../call'

/** Each command is set up only when it is called. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  add: async () => (await import('./add')).add,
  edit: async () => (await import('./edit')).edit,
  remove: async () => (await import('./remove')).remove,
  list: async () => (await import('./list')).list,
  show: async () => (await import('./show')).show,
  use: async () => (await import('./use')).use,
  current: async () => (await import('./current')).current,
  undo: async () => (await import('./undo')).undo,
  restore: async () => (await import('./restore')).restore,
  history: async () => (await import('./history')).history,
  doctor: async () => (await import('./doctor')).doctor,
  test: async () => (await import('./test')).test,
  key: async () => (await import('./key')).key,
  keys: async () => (await import('./keys')).keys,
  vault: async () => (await import('./vault')).vault,
  export: async () => (await import('./export')).exportProfiles,
  import: async () => (await import('./import')).importProfiles,
  env: async () => (await import('./env')).env,
  run: async () => (await import('./run')).run,
  serve: async () => (await import('./serve')).serve,
  completion: async () => (await import('./completion')).completion,
  help: async () => (await import('./help')).help,
  __complete: async () => (await import('./complete')).complete,
}
