import { text } from '../../../../shared/model/text'
import type { Check } from '../check'
import { fact } from '../seen'
import { fail, ok, skip, warn } from '../verdict'

const MEGABYTE = 1024 * 1024
const LITTLE = 200 * MEGABYTE
const NOTHING = 5 * MEGABYTE

export const diskSpace: Check = {
  id: 'disk-space',
  group: 'machine',
  title: text('There is room on the disk', '磁盘空间充足'),
  badTitle: text('The disk is full or nearly so', '磁盘空间不足'),
  why: text(
    'Tools that cannot write their files lose settings and history, or do not start.',
    '无法写入文件的工具会丢失设置和历史，甚至无法启动。',
  ),
  remedy: text('Make room on the disk.', '请清理磁盘空间。'),
  seed: [7],
  async run(facts) {
    const { free } = await facts.disk()
    if (free === undefined) return skip(text('The system does not tell.', '系统未提供该信息。'))
    const megabytes = Math.floor(free / MEGABYTE)
    if (free > LITTLE) return ok(fact(`${megabytes} MB`))
    const trouble = {
      cause: text(`Only ${megabytes} MB are left where your home is.`, `主目录所在磁盘仅剩 ${megabytes} MB。`),
      cure: text('Free some space.', '请释放一些空间。'),
      evidence: [fact(`${megabytes} MB`)],
    }
    return free < NOTHING ? fail(trouble) : warn(trouble)
  },
}
