import { OFFICIAL_ID, type Profile } from '../../shared/model/profile'
import { text } from '../../shared/model/text'
import { misused } from './problem'
import type { ToolAdapter } from './tools/tool'

/** Names are compared without regard to case, surrounding blanks and the way Unicode spells an accent. */
export const sameName = (a: string, b: string): boolean => comparable(a) === comparable(b)

/** Two names are the same when this is. */
export const comparable = (name: string): string => name.normalize('NFC').trim().toLowerCase()

export const unknownProfile = () =>
  misused(
    'unknown-profile',
    text('There is no such profile.', '没有该配置。'),
    text('It may have been removed. Look at the list of profiles.', '它可能已被删除，请查看配置列表。'),
  )

export const unknownTool = (id: string, adapters: readonly ToolAdapter[]) =>
  misused(
    'unknown-tool',
    text(`There is no tool "${id}".`, `没有名为“${id}”的工具。`),
    text(
      `Known tools: ${adapters.map(({ descriptor }) => descriptor.id).join(', ')}.`,
      `可用的工具：${adapters.map(({ descriptor }) => descriptor.id).join('、')}。`,
    ),
  )

/** @throws {ProblemError} `unknown-profile` */
export function known(profiles: readonly Profile[], id: string): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (found === undefined) throw unknownProfile()
  return found
}

/** @throws {ProblemError} `built-in` */
export function refuseOfficial(id: string): void {
  if (id !== OFFICIAL_ID) return
  throw misused(
    'built-in',
    text('The built-in profile "Official" cannot be changed.', '内置配置“Official”不能更改。'),
    text('Add a profile of your own.', '请新建自己的配置。'),
  )
}
