import { text } from '../../../../shared/model/text'
import { entryFile, readEntry } from '../../files/journal'
import { historyIds } from '../../history'
import type { Check } from '../check'
import { fact } from '../seen'
import { fail, ok } from '../verdict'

/** This program was not there before. */
const EARLIEST = Date.UTC(2026, 0, 1)
const DAY = 86_400_000

export const clock: Check = {
  id: 'clock',
  group: 'machine',
  title: text('The clock is right', '系统时间正确'),
  badTitle: text('The clock is wrong', '系统时间不正确'),
  why: text('With a wrong clock every certificate looks expired or not yet valid.', '时间不对时，所有证书看起来都已过期或尚未生效。'),
  remedy: text('Set date and time, or switch automatic time on.', '请校正日期和时间，或开启自动设置时间。'),
  seed: [13],
  async run({ now, host }) {
    const newest = historyIds(host.dataFolder)[0]
    const entry = newest === undefined ? undefined : readEntry(entryFile(host.dataFolder, newest), host.vault)
    const last = entry === undefined || entry === 'torn' ? undefined : Date.parse(entry.at)
    const evidence = [fact(now.toISOString())]
    if (now.getTime() > EARLIEST && (last === undefined || now.getTime() > last - DAY)) return ok(...evidence)
    return fail({
      cause: text(
        `The clock of this machine says ${now.toISOString().slice(0, 10)}, which cannot be.`,
        `本机时间显示为 ${now.toISOString().slice(0, 10)}，不可能正确。`,
      ),
      cure: text('Set date and time, or switch automatic time on.', '请校正日期和时间，或开启自动设置时间。'),
      evidence,
    })
  },
}
