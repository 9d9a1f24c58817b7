/** The least that a durable switch can cost: these very bytes, each to a temporary file, fsync, rename, fsync of the folder. Plain Node, milliseconds. */
export declare function writeFloor(contents: Readonly<Record<string, Buffer>>): number;
export declare const bytesOf: (files: readonly string[]) => Record<string, Buffer>;
