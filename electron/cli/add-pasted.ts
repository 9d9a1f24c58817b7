import type { Recognised } from '../../shared/model/paste'
import { text } from '../../shared/model/text'
import { addPastedKey } from './add-pasted-key'
import type { Call } from './call'
import { applyArguments } from './profile-input'
import { readKey } from './read-key'
import { pastedProfile, readPaste, tellRecognised } from './read-paste'
import { tellSaved } from './tell-saved'
import { usage } from './usage'

/** `add --paste`: says what standard input holds, and saves it. Nothing is switched. */
export async function addPasted(call: Call): Promise<undefined> {
  const { args, ui } = call
  if (args.flag('key-stdin'))
    throw usage(text('--paste and --key-stdin both read standard input.', '--paste 与 --key-stdin 都要读取标准输入。'))
  const into = args.value('into')
  const key = await readKey(call)
  const core = await call.openCore('terminal')
  const found = await core.api['paste.recognise']({ text: await readPaste(call) })
  if (!ui.json) ui.note(tellRecognised(ui, found))
  refuseUnusable(found, args.value('url') !== undefined || into !== undefined, key !== undefined)
  if (found.risks.some(({ consent }) => consent) && !args.flag('accept-risks'))
    throw usage(
      text(
        `What was pasted holds risks: ${found.risks.map(({ id }) => id).join(', ')}. Nothing was saved.`,
        `粘贴的内容有风险：${found.risks.map(({ id }) => id).join('、')}。未保存。`,
      ),
      text(
        'Read them above; if you agree, run it again with --accept-risks.',
        '请阅读上面的说明；如果同意，请加上 --accept-risks 重新运行。',
      ),
    )
  if (into !== undefined) return void (await addPastedKey(call, core, found))
  const descriptors = (await core.api['tools.list']({})).map(({ descriptor }) => descriptor)
  const profile = applyArguments(pastedProfile(found, args.positionals[0], descriptors), args, key, descriptors)
  const view = await core.api['paste.save']({
    draft: found.draft,
    profile,
    consent: args.flag('accept-risks'),
    ...(args.flag('replace') && { replace: true }),
  })
  const { draft: _, ...recognised } = found
  ui.result({ profile: view, recognised }, () => tellSaved(call, view))
  return undefined
}

function refuseUnusable({ problems, url, keyMasked }: Recognised, urlGiven: boolean, keyGiven: boolean): void {
  const [problem] = problems.filter(({ field }) => !(field === 'url' && urlGiven) && !(field === 'key' && keyGiven))
  if (problem !== undefined) throw usage(problem.message, problem.hint)
  if (url === undefined && !urlGiven)
    throw usage(
      text('There is no relay URL in what was pasted.', '粘贴的内容中没有中转站 URL。'),
      text('Give it with --url, or paste it along.', '请用 --url 提供，或一并粘贴。'),
    )
  if (keyMasked === '' && !keyGiven)
    throw usage(
      text('There is no API key in what was pasted.', '粘贴的内容中没有 API 密钥。'),
      text('Give it with --key-env VAR, or paste it along.', '请用 --key-env VAR 提供，或一并粘贴。'),
    )
}
