import type { Host } from './host'
import type { ShellName } from '../../shared/model/switch'

/**
 * The host of the shells that run in plain Node. Reads `process` here and nowhere else.
 * `SWITCHYARD_HOME` moves the data folder; without it, it is the folder that the desktop app uses.
 */
export declare function nodeHost(options: { readonly shell: ShellName; readonly version: string }): Host
/** The data folder for a platform: `SWITCHYARD_HOME`, else `Switchyard` in the user's application data (XDG_CONFIG_HOME, Application Support, APPDATA). */
export declare function dataFolder(env: Readonly<Record<string, string | undefined>>, platform: string, home: string): string
