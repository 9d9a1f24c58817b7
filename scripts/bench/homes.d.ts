/** A home with ordinary settings of all three tools and a number of profiles, the first two named `first` and `second`. */
export interface BenchHome {
    readonly home: string;
    readonly env: NodeJS.ProcessEnv;
    remove(): void;
}
export declare function benchHome(profiles: number, settings?: string): BenchHome;
/** A settings file of about this many bytes, as a tool with many projects has it. */
export declare function largeSettings(bytes: number): string;
