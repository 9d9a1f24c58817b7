import { type Line } from './stats';
/** What the terminal costs as whole processes. */
export declare function benchTerminal(rounds: number): Line[];
/** The tool files that a switch between the two profiles writes. */
export declare const filesOf: (home: string) => string[];
