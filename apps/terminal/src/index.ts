// The terminal tool as a function, for who embeds it; main.ts is the process.
export { program } from "./program.ts";
export { EXIT, type Streams } from "./streams.ts";
