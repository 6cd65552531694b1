/** Preloaded into a server (`node --import`): ends it when the process that started it is gone. */
const parent = process.ppid;
setInterval(() => process.ppid !== parent && process.exit(1), 1000).unref();
// What the server forks inherits its options; the editor's own processes end with it without our help.
process.execArgv = process.execArgv.filter((option) => !option.includes(import.meta.url));
