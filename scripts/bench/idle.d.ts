import { type Line } from './stats';
/** How often an app that nobody touches wakes up: voluntary context switches of its main thread (proc(5)), which a timer or poll would cause. */
export declare function benchIdle(): Promise<Line[]>;
