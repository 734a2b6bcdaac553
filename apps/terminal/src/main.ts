#!/usr/bin/env node
import { program } from "./program.ts";

// `juesuan check … | head` closes the pipe early: that is the reader's right, not a failure to report.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(process.exitCode ?? 0);
  throw error;
});

const { stdin, stdout, stderr, env } = process;
try {
  process.exitCode = await program(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() });
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") {
    console.error("juesuan: 程序出错，请报告此问题。 The program failed; please report this.");
    console.error(error);
    process.exitCode = 2;
  }
}
