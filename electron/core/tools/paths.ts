import { type PlatformPath, posix, win32 } from 'node:path'
import type { Notice } from '../../../shared/model/switch'
import { text } from '../../../shared/model/text'
import type { Place } from './tool'

/** The path rules of the place's platform, whatever platform this process runs on. */
export const pathsOf = (place: Place): PlatformPath => (place.platform === 'win32' ? win32 : posix)

/** A variable of the place; Windows does not tell the case of names apart. Blank counts as not set. */
export function variable(place: Place, name: string): string | undefined {
  const found = place.platform === 'win32' ? Object.keys(place.env).find((known) => known.toLowerCase() === name.toLowerCase()) : name
  const value = found === undefined ? undefined : place.env[found]
  return value === undefined || value.trim() === '' ? undefined : value
}

/** The path that a variable gives (or the settings in its stead), made absolute: the tools take a relative one from the folder they are started in, which nobody knows here, so home stands in (see `relativePathNotices`). */
export function pathFrom(place: Place, name: string): string | undefined {
  const value = place.folders?.[name] ?? variable(place, name)
  if (value === undefined) return undefined
  const paths = pathsOf(place)
  return paths.isAbsolute(value) ? paths.normalize(value) : paths.join(place.home, value)
}

/** Tells when a variable that moves a tool's files is relative, so that the tool may look elsewhere than Switchyard. */
export function relativePathNotices(place: Place, names: readonly string[]): readonly Notice[] {
  return names.flatMap((name): readonly Notice[] => {
    const value = place.folders?.[name] ?? variable(place, name)
    if (value === undefined || pathsOf(place).isAbsolute(value)) return []
    return [
      {
        id: 'relative-path',
        severity: 'warn',
        message: text(
          `${name} is a relative path, so it depends on the folder in which the tool starts. Switchyard takes it from your home folder.`,
          `${name} 是相对路径，实际位置取决于工具从哪个文件夹启动。Switchyard 按主目录来解析它。`,
        ),
        cure: text(`Set ${name} to an absolute path.`, `请把 ${name} 改成绝对路径。`),
      },
    ]
  })
}
