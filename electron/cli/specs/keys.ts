import { text } from '../../../shared/model/text'
import type { CommandSpec } from '../spec'
import { forceOption } from './common'
import { keyNotes, keyOptions } from './profiles'

export const keysSpec: CommandSpec = {
  name: 'keys',
  about: text("A profile's keys: list, add, use, label, remove", '配置的多个密钥：list、add、use、label、remove'),
  positionals: [
    { name: 'action|name', completes: 'key-action' },
    { name: 'name', optional: true, completes: 'profile' },
    { name: 'key', optional: true },
  ],
  options: [...keyOptions, ...keyNotes, { name: 'use', about: text('with add: use it at once', '配合 add：立即使用') }, forceOption],
  examples: [
    'switchyard keys Work',
    'switchyard keys add Work --label team --expires 2027-01-31 --key-stdin < key.txt',
    'switchyard keys use Work team            # also in the tools that use Work; undo takes it back',
    'switchyard keys label Work team --label "team 2027" --expires ""   # an empty value takes it out',
    'switchyard keys remove Work 9f3a         # by label, id or last letters',
  ],
}
