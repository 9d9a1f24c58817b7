import type { Recognised } from '../../shared/model/paste'
import { text } from '../../shared/model/text'
import type { Core } from '../core/core'
import type { Call } from './call'
import { findProfile } from './find-profile'
import { quoted } from './quoted'
import { editOptions } from './specs/profiles'
import { keyTable } from './tell-keys'
import { seeHelp, usage } from './usage'

/** What describes a profile, or brings a key from elsewhere. */
const ofProfile: readonly string[] = [...editOptions.map(({ name }) => name), 'replace']

/** Refuses what `--into` would leave aside, and what belongs to it where it is not given. Asked before anything is read. */
export function checkInto({ args }: Call): void {
  if (!args.flag('into')) {
    const note = args.flag('label') ? 'label' : 'expires'
    throw usage(text(`--${note} goes with --into.`, `--${note} 需配合 --into 使用。`), seeHelp('add'))
  }
  if (!args.flag('paste')) throw usage(text('--into goes with --paste.', '--into 需配合 --paste 使用。'), seeHelp('keys'))
  const idle = args.positionals[0] ?? ofProfile.filter((name) => args.flag(name)).map((name) => `--${name}`)[0]
  if (idle !== undefined)
    throw usage(
      text(`With --into only the key is taken; "${idle}" has no place there.`, `使用 --into 时只取密钥，不能再指定 "${idle}"。`),
      text('Change the profile with "switchyard edit".', '如需修改配置，请用 "switchyard edit"。'),
    )
}

/** `add --paste --into NAME`: what was pasted gives a profile that is there a further key. */
export async function addPastedKey({ args, ui }: Call, core: Core, found: Recognised): Promise<void> {
  const { id, name } = await findProfile(core, args.value('into') ?? '')
  const profile = await core.api['paste.addKey']({
    draft: found.draft,
    profileId: id,
    consent: args.flag('accept-risks'),
    ...(args.flag('label') && { label: args.value('label') }),
    ...(args.flag('expires') && { expiresAt: args.value('expires') }),
  })
  const { draft: _, ...recognised } = found
  ui.result({ profile, recognised }, () => {
    const added = profile.relay.keys?.at(-1)
    const command = `switchyard keys use ${quoted(name)} ${quoted(added?.label ?? added?.id ?? '')}`
    return [
      ui.paint.good(ui.say(text(`"${name}" has the key now.`, `密钥已加入 "${name}"。`))),
      keyTable(ui, profile.relay.keys ?? []),
      ui.say(text(`Use it with: ${command}`, `启用它：${command}`)),
    ].join('\n')
  })
}
