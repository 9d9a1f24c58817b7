import { text } from '../../../shared/model/text'
import type { LayerSource } from './layers'
import { managedPreferences, policyLayer } from './managed-preferences'
import { pathsOf, variable } from './paths'
import type { Place } from './tool'

/** Ids of the layers below, strongest first: the tables of all are merged. */
export const codexManagedIds = ['requirements:user', 'requirements:machine', 'requirements', 'policy:user', 'policy:machine', 'managed']

/** The folder of the machine's own files: https://learn.chatgpt.com/docs/enterprise/managed-configuration */
export function codexSystemFolder(place: Place): string {
  if (place.platform !== 'win32') return '/etc/codex'
  return pathsOf(place).join(variable(place, 'ProgramData') ?? 'C:\\ProgramData', 'OpenAI', 'Codex')
}

/**
 * What an organisation sets for Codex. requirements.toml stands before everything, also flags: its `model_provider` and `model_providers` are
 * in force, its `model` is not (observed with 0.169).
 * @param own the folder of the user's config.toml @param read what a config.toml says
 */
export function codexManaged(place: Place, own: string, read: LayerSource['read']): readonly LayerSource[] {
  const { join } = pathsOf(place)
  const required: LayerSource['read'] = (values, all) => read(values, all).filter(({ name }) => name !== 'model')
  const preferences = (id: string, encoded: string, says: LayerSource['read']) =>
    managedPreferences(place, 'com.openai.codex').map(({ of, path }) =>
      policyLayer(`${id}:${of}`, { kind: 'plist', path, encoded, format: 'toml' }, { read: says, group: id }),
    )
  return [
    ...preferences('requirements', 'requirements_toml_base64', required),
    {
      id: 'requirements',
      kind: 'managed',
      label: text('Requirements of this machine', '本机的强制要求'),
      file: { path: join(codexSystemFolder(place), 'requirements.toml'), format: 'toml' },
      read: required,
    },
    ...preferences('policy', 'config_toml_base64', read),
    {
      id: 'managed',
      kind: 'managed',
      label: text('Managed settings of this machine', '本机的托管设置'),
      file: { path: join(place.platform === 'win32' ? own : '/etc/codex', 'managed_config.toml'), format: 'toml' },
      read,
    },
  ]
}
