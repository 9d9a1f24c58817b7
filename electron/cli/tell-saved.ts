import type { ProfileView } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import type { Call } from './call'
import { quoted } from './quoted'
import { tellProfile } from './tell-profile'

/** What was saved, and how to go on. */
export function tellSaved({ ui }: Pick<Call, 'ui'>, view: ProfileView): string {
  return [
    ui.paint.good(ui.say(text(`Saved "${view.name}".`, `已保存 "${view.name}"。`))),
    tellProfile(ui, view),
    ui.say(text(`Switch to it with: switchyard use ${quoted(view.name)}`, `切换到它：switchyard use ${quoted(view.name)}`)),
  ].join('\n')
}
