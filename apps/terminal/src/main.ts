#!/usr/bin/env node
import { Console } from "node:console";
import { enableCompileCache } from "node:module";

// What was compiled once need not be compiled at the next start.
enableCompileCache();

const { stdout, env } = process;

// A library that logs must not put a word between the lines that programs read.
let quiet: Console | undefined;
Object.defineProperty(globalThis, "console", {
  configurable: true,
  get: () => (quiet ??= new Console(process.stderr, process.stderr)),
  set(other: Console) {
    quiet = other;
  },
});

// `juesuan check … | head` closes the pipe early: that is the reader's right, not a failure to report.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

try {
  const { program } = await import("./program.ts");
  process.exitCode = await program(process.argv.slice(2), {
    // Opened when they are asked for: most calls read files and complain of nothing, and setting a stream up costs as much
    // as the tool itself.
    get stdin() {
      return process.stdin;
    },
    stdout,
    get stderr() {
      return process.stderr;
    },
    env,
    cwd: process.cwd(),
  });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") {
    console.error("juesuan: 程序出错，请报告此问题。 The program failed; please report this.");
    console.error(error);
    process.exitCode = 2;
  }
}
