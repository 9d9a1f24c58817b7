/** Everything is bundled, so that a package holds a few files and no node_modules. */
declare const _default: import("electron-vite").UserConfig;
export default _default;
