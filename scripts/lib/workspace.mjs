import { spawn, spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** The tools of node_modules come first, so that what a script starts runs on the same Node 24 that it runs on. */
export const environment = {
  ...process.env,
  PATH: `${join(root, "node_modules", ".bin")}:${dirname(process.execPath)}:${process.env.PATH}`,
  TURBO_TELEMETRY_DISABLED: "1",
  FORCE_COLOR: process.env.FORCE_COLOR ?? (process.stdout.isTTY ? "1" : "0"),
};

const ignore = () => {};

/** Between asking a tool to end and making it. */
const GRACE_MS = 10_000;

/**
 * Runs a tool with its output on our own; resolves to its exit code. With `limit`, in milliseconds, one that hangs is
 * ended and counts as failed (124, as `timeout` has it).
 */
export function run(command, args, { limit, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env: environment, stdio: "inherit", ...options });
    let late = false;
    const timers = [];
    if (limit !== undefined) {
      const end = () => {
        late = true;
        console.error(`超过 ${limit / 1000} 秒，已终止：${command} ${args.join(" ")} (took too long)`);
        child.kill("SIGTERM");
        timers.push(setTimeout(() => child.kill("SIGKILL"), GRACE_MS));
      };
      timers.push(setTimeout(end, limit));
    }
    // Ctrl-C goes to the whole group: wait for the tool to end instead of leaving it behind.
    process.on("SIGINT", ignore);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", ignore);
      timers.forEach(clearTimeout);
      resolve(late ? 124 : (code ?? (signal === "SIGINT" ? 130 : 1)));
    });
  });
}

/** Runs a tool without a word; what it said goes to stderr only when it fails. Returns its exit code. */
export function runQuietly(command, args, options = {}) {
  const settings = { cwd: root, env: environment, encoding: "utf8", maxBuffer: 1 << 28, ...options };
  const result = spawnSync(command, args, settings);
  if (result.error) throw result.error;
  if (result.status !== 0) process.stderr.write(`${result.stdout}${result.stderr}`);
  return result.status ?? 1;
}
