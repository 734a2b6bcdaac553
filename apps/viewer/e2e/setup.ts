import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    readonly address: string;
  }
}

const viewer = fileURLToPath(new URL("..", import.meta.url));

/**
 * Builds the pages into a folder of its own, so that a build elsewhere cannot change them under the tests, and starts
 * the API with its store on a free port beside them.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const pages = mkdtempSync(join(tmpdir(), "juesuan-viewer-"));
  const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
  const built = spawnSync(
    process.execPath,
    [vite, "build", "--logLevel", "error", "--outDir", pages, "--emptyOutDir"],
    {
      cwd: viewer,
      stdio: "inherit",
      // The runner's own NODE_ENV would make it a build for development.
      env: { ...process.env, NODE_ENV: "production" },
    },
  );
  if (built.status !== 0) throw new Error("The viewer could not be built.");
  const server = spawn(process.execPath, ["--conditions=juesuan-source", "e2e/server.ts", pages], {
    cwd: viewer,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(server.stdout).once("line", resolve);
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  project.provide("address", address);
  return () => {
    server.kill();
    rmSync(pages, { recursive: true });
  };
}
