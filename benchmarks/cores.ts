import { spawnSync } from "node:child_process";

const pins = spawnSync("taskset", ["-c", "0", process.execPath, "--eval", "0"], { stdio: "ignore" }).status === 0;

/**
 * A command of Node kept to the first core, as on a machine that has no other. Telling the tool to use one worker is not the
 * same: collecting garbage and compiling go on beside it on the second core. Without `taskset` (outside Linux) the worker
 * is all that can be limited, and the ratio comes out smaller than it is.
 */
export function onOneCore(parameters: readonly string[]): { command: string; parameters: readonly string[] } {
  return pins
    ? { command: "taskset", parameters: ["-c", "0", process.execPath, ...parameters] }
    : { command: process.execPath, parameters };
}
