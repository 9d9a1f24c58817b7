/** Lays a history of this many entries, as a year of switching leaves it when the limit is raised. */
export declare function fillHistory(folder: string, entries: number): void;
