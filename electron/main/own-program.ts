import { app } from 'electron'

/**
 * The program and first arguments that start this very app again.
 * @param execPath the running program; an AppImage is started through its own file, a development build needs the app's folder
 */
export const ownProgram = (execPath: string, appPath: string, packaged: boolean, appImage: string | undefined): readonly string[] =>
  packaged ? [appImage ?? execPath] : [execPath, appPath]

/** What starts the terminal's commands of this app (see `cli.ts`). As root, Chromium starts only without its sandbox; these commands show no page. */
export const ownCliCommand = (): readonly string[] => [
  ...ownProgram(process.execPath, app.getAppPath(), app.isPackaged, process.env.APPIMAGE),
  ...(app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []),
  '--cli',
]
