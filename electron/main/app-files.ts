import { join } from 'node:path'

/** Where the built parts of the app lie, relative to the app's own root (the project folder, or the asar archive of a package). */
export interface AppFiles {
  readonly renderer: string
  readonly preload: string
  /** Path of an image of the app. */
  image(name: string): string
}

export function appFiles(root: string): AppFiles {
  return {
    renderer: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'preload.cjs'),
    image: (name) => join(root, 'electron', 'resources', name),
  }
}
