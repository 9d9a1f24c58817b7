type Env = Readonly<Record<string, string | undefined>>;
/** True if a source is newer than the oldest output, or an output is missing. Times in milliseconds; undefined is a missing file. */
export declare function isBuildNeeded(newestSource: number, outputs: readonly (number | undefined)[]): boolean;
/** Why no window can be opened here whatever Electron can do, or null. */
export declare function whyNoWindow(env: Env, platform: string): string | null;
/** Flags for Electron. Chromium refuses to run as root with its sandbox on. */
export declare function electronArguments(platform: string, uid: number | undefined, project: string): readonly string[];
/** Why a program ended, in its own words: Chromium's fatal error, else its last plain line, else the first error that Chromium logged. */
export declare function reasonOf(stderr: string): string | undefined;
export {};
