/** One worker: the desktop tests share a display, and the machines they run on are small. */
declare const _default: import("playwright/test").PlaywrightTestConfig<{}, {}>;
export default _default;
