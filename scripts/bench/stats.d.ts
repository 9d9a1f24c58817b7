/** The middle value of a list of figures. */
export declare function median(values: readonly number[]): number;
/** One line of the report. `limit` is what the project promises; a ratio is within this run. */
export interface Line {
    readonly what: string;
    readonly value: number;
    readonly unit: 'ratio' | 'ms' | 'MiB' | 'wake-ups';
    readonly limit: number | null;
    /** The figures that it was made of. */
    readonly of: string;
}
export declare const line: (what: string, value: number, unit: Line["unit"], limit: number | null, of: string) => Line;
/** The report as a table for people. */
export declare function table(lines: readonly Line[]): string;
