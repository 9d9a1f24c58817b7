/** Wall time of one process from start to end, in milliseconds. */
export declare function timeProcess(args: readonly string[], env: NodeJS.ProcessEnv): number;
/** Largest memory of one process, in MiB: getrusage(2) asked at its end. */
export declare function peakMemory(args: readonly string[], env: NodeJS.ProcessEnv): number;
/** Runs several measurements in turn, so that a machine that slows down slows all of them, and gives the figures of each. */
export declare function inTurn<Name extends string>(rounds: number, work: Readonly<Record<Name, (round: number) => number>>): Record<Name, number[]>;
