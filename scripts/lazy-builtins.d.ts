import type { Plugin } from 'esbuild'
/** Loads such a module at the first call of one of its functions, in place of at the start. */
export declare const lazyBuiltins: Plugin
