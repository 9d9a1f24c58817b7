import path from 'node:path'
import { text } from '../../../shared/model/text'
import { conflictChoices, type TransferList } from '../../../shared/model/transfer'
import type { Core } from '../../core/core'
import { refused } from '../../core/problem'
import type { Call } from '../call'
import { readFilePassphrase } from '../read-file-passphrase'
import { readImport } from '../read-import'
import { tellContents, tellImported } from '../tell-import'
import { usage } from '../usage'

/** Says what lies in a file, and saves it. Nothing is switched. */
export async function importProfiles(call: Call): Promise<undefined> {
  const { args, ui } = call
  const onConflict = conflictChoice(args.value('on-conflict') ?? 'skip')
  const file = path.resolve(args.positionals[0] ?? '')
  const content = await readImport(file)
  const core = await call.openCore('terminal')
  const found = await open(call, core, content, file)
  const { draft, ...list } = found
  const shown = { ...list, items: list.items.map(({ id: _, ...item }) => item) }
  if (args.flag('dry-run')) return void ui.result(shown, () => tellContents(ui, found))
  if (!ui.json) ui.note(tellContents(ui, found))
  if (found.items.length === 0) throw nothingInside(file)
  refuseRisks(found, args.flag('consent'))
  const take = found.items.map(({ id }) => ({ id, onConflict }))
  const done = await core.api['transfer.import']({ draft, take, consent: args.flag('consent') })
  ui.result({ ...shown, ...done }, () => tellImported(ui, done))
  return undefined
}

async function open(call: Call, { api }: Core, content: string, file: string): Promise<TransferList> {
  const first = await api['transfer.inspect']({ text: content, file })
  if (!first.sealed) return first
  const opened = await api['transfer.inspect']({ text: content, file, passphrase: await readFilePassphrase(call, 'present') })
  if (opened.sealed) throw new Error('A file stayed sealed although its passphrase was given.')
  return opened
}

function conflictChoice(given: string) {
  const choice = conflictChoices.find((known) => known === given)
  if (choice !== undefined) return choice
  throw usage(
    text(`--on-conflict does not take "${given}".`, `--on-conflict 不接受 "${given}"。`),
    text(`One of: ${conflictChoices.join(', ')}.`, `可选：${conflictChoices.join('、')}。`),
  )
}

const nothingInside = (file: string) =>
  refused(
    'nothing-to-import',
    text('The file holds no profile that can be taken.', '文件中没有可导入的配置。'),
    text('Look at the reasons above.', '请查看上面的原因。'),
    { file },
  )

function refuseRisks({ items }: TransferList, consent: boolean): void {
  const risky = items.filter(({ risks }) => risks.some((risk) => risk.consent))
  if (consent || risky.length === 0) return
  const names = risky.map(({ name }) => name).join(', ')
  throw usage(
    text(`These profiles hold risks: ${names}. Nothing was imported.`, `以下配置有风险：${names}。未导入任何内容。`),
    text('Read them above; if you agree, run it again with --consent.', '请阅读上面的说明；如果同意，请加上 --consent 重新运行。'),
  )
}
