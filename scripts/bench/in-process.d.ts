import { type Line } from './stats';
/** What a click costs: the same switch in a process that runs already. */
export declare function benchInProcess(rounds: number): Promise<Line[]>;
