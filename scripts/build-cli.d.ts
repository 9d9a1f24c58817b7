/**
 * Bundles the terminal shell into `outFolder` as CommonJS, one small file per part that is loaded on demand.
 * esbuild splits ES modules only, and Node starts CommonJS faster; so the parts are split as ES modules and each is then turned into CommonJS.
 */
export declare function buildCli(outFolder: string): Promise<void>
