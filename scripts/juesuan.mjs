// The terminal tool from a clone: bundles it when a source is newer than the bundle, then runs it where the user called.
// Nothing but the tool's own output may reach stdout, since programs read it.
import "./require-node.mjs";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runQuietly } from "./lib/workspace.mjs";

const app = join(root, "apps", "terminal");
const main = join(app, "bundle", "main.js");

/** What the bundle is made of. Types are the tests' business: a tool that runs need not wait for them. */
const SOURCES = [
  ...["core", "readers", "store", "writers"].map((name) => join(root, "packages", name)),
  join(root, "apps", "api"),
  app,
];

if (isStale()) {
  const built = runQuietly("vite", ["build", "--logLevel", "error"], { cwd: app });
  if (built !== 0) {
    process.stderr.write("构建失败，未运行。 The build failed; nothing was run.\n");
    process.exit(2);
  }
}

// pnpm runs scripts in the repository's root; INIT_CWD is where the user stood.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv[1] = main;
await import(pathToFileURL(main).href);

function isStale() {
  const built = modified(main);
  return (
    built === 0 || SOURCES.some((folder) => newest(folder) > built) || modified(join(root, "pnpm-lock.yaml")) > built
  );
}

/** The newest change among a package's manifest, configuration, migrations and sources. */
function newest(folder) {
  const below = (path) =>
    readdirSync(path, { withFileTypes: true }).map((entry) => {
      const name = join(path, entry.name);
      return entry.isDirectory() ? Math.max(0, ...below(name)) : modified(name);
    });
  const own = ["package.json", "vite.config.ts"].map((name) => modified(join(folder, name)));
  const folders = ["src", "migrations"].map((name) => join(folder, name)).filter((path) => modified(path) > 0);
  return Math.max(0, ...own, ...folders.flatMap(below));
}

/** When a file changed last; 0 for one that is not there. */
function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
