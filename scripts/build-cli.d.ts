/**
 * Builds the terminal shell into `outFolder`: a small front (switchyard.js), one bundle with everything else (main.js), and V8's code cache of it
 * (quick.cache, full.cache), made by running it.
 */
export declare function buildCli(outFolder: string): Promise<void>;
