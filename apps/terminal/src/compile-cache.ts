import { setFlagsFromString } from "node:v8";

/** Node's own modules that nearly every command comes to need. */
const NEEDED = ["node:crypto", "node:fs/promises", "node:os", "node:worker_threads"];

/**
 * What is loaded from here on is compiled as a whole, once: Node's compile cache keeps what is compiled when a file is
 * loaded, and left to itself V8 compiles most functions only when they are called, anew in every process. That was a
 * quarter of the time of a check.
 *
 * Node's own modules are kept compiled under V8's usual flags, and would have to be compiled under others: those that will
 * be needed are loaded before.
 *
 * Regular expressions too are compiled once: V8 makes bytecode of each for its first match and machine code for the second,
 * and nearly all of a reader's are matched more often.
 */
export function compileWhole(): void {
  for (const name of NEEDED) process.getBuiltinModule(name);
  setFlagsFromString("--no-lazy");
  setFlagsFromString("--no-regexp-tier-up");
}

/**
 * V8 collects its first megabyte of short-lived values and doubles the room for them each time, a dozen collections in a
 * check, each of which lowers the size at which the whole heap is gone through. With room enough from the second one on
 * there are four.
 */
export function collectSeldom(): void {
  setFlagsFromString("--semi-space-growth-factor=16");
}
