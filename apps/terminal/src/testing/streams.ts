import { Readable, Writable } from "node:stream";
import { program } from "../program.ts";

/** Runs the tool in this process, in a folder, and gives what it printed. */
export async function juesuanIn(cwd: string, ...args: string[]) {
  let stdout = "";
  let stderr = "";
  const sink = (take: (text: string) => void) =>
    new Writable({ write: (chunk: Buffer, _, done) => (take(chunk.toString()), done()) });
  const streams = {
    stdin: Readable.from([]),
    stdout: sink((text) => (stdout += text)),
    stderr: sink((text) => (stderr += text)),
    cwd,
    env: {},
  };
  return { code: await program(args, streams), stdout, stderr };
}
