import type { ToolLaunch } from './tool'

/** Stands in `ToolLaunch.args` for the path of the file with this id. */
export const launchFile = (id: string): string => `{{switchyard-file:${id}}}`

/** Stands in `ToolLaunch.env` for the private folder that holds the launch's files. */
export const LAUNCH_FOLDER = '{{switchyard-folder}}'

/** The variables with the folder's placeholder replaced. */
export const launchEnv = ({ env }: ToolLaunch, folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value === LAUNCH_FOLDER ? folder : value]))

/**
 * The arguments with every placeholder replaced.
 * @param paths absolute path by file id; it must hold every file of the launch
 */
export function launchArgs(launch: ToolLaunch, paths: Readonly<Record<string, string>>): readonly string[] {
  return (launch.files ?? []).reduce<readonly string[]>(
    (args, { id }) => args.map((arg) => arg.replaceAll(launchFile(id), () => paths[id] ?? launchFile(id))),
    launch.args,
  )
}
