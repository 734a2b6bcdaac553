import { cpSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, runQuietly } from "./workspace.mjs";

const app = join(root, "apps", "terminal");
const bundle = join(app, "bundle");
const lock = join(app, "bundle.lock");

/** The built tool. */
export const main = join(bundle, "main.js");

/** What the bundle is made of. Types are the tests' business: a tool that runs need not wait for them. */
const SOURCES = [
  ...["core", "readers", "store", "writers"].map((name) => join(root, "packages", name)),
  join(root, "apps", "api"),
  app,
];

/** Longer than a build takes on a slow machine: a lock that is older was left behind by a process that died. */
const LOCK_MS = 120_000;
/** Chunks of an earlier bundle stay for whoever still runs it. */
const KEEP_MS = 3_600_000;

const pause = (milliseconds) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/**
 * Bundles the terminal tool if a source is newer than the bundle; returns the exit code. Several processes may call at
 * once, and others may be running the tool meanwhile: one builds, into a folder of its own, and every file takes its
 * place in one step, `main.js` last. `alone`: nothing of earlier bundles stays, for a package.
 */
export function bundleTerminal({ always = false, alone = false } = {}) {
  if (!always && !isStale()) return 0;
  takeLock();
  try {
    // Who held the lock before may have built what is wanted.
    if (!always && !isStale()) return 0;
    const draft = join(app, `bundle.${process.pid}.tmp`);
    try {
      const code = runQuietly("vite", ["build", "--logLevel", "error", "--outDir", draft, "--emptyOutDir"], {
        cwd: app,
      });
      if (code === 0) install(draft, alone ? 0 : KEEP_MS);
      return code;
    } finally {
      rmSync(draft, { recursive: true, force: true });
    }
  } finally {
    rmdirSync(lock);
  }
}

/** Builds the viewer and puts it and the licence into the bundle, for a tool that stands in no clone; returns the exit code. */
export function addViewer() {
  const code = runQuietly("turbo", ["run", "build", "--filter=@juesuan/viewer", "--output-logs=errors-only"], {
    cwd: root,
  });
  if (code !== 0) return code;
  const viewer = join(bundle, "viewer");
  rmSync(viewer, { recursive: true, force: true });
  cpSync(join(root, "apps", "viewer", "dist"), viewer, { recursive: true });
  cpSync(join(root, "LICENSE"), join(bundle, "LICENSE"));
  return 0;
}

function install(draft, keep) {
  const began = Date.now();
  mkdirSync(join(bundle, "migrations"), { recursive: true });
  const files = readdirSync(draft, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(draft.length + 1));
  for (const name of names.sort((left, right) => (left === "main.js") - (right === "main.js"))) {
    mkdirSync(dirname(join(bundle, name)), { recursive: true });
    renameSync(join(draft, name), join(bundle, name));
  }
  for (const name of readdirSync(bundle)) {
    const file = join(bundle, name);
    if (name.endsWith(".js") && !names.includes(name) && began - modified(file) >= keep) rmSync(file);
  }
}

function takeLock() {
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (Date.now() - modified(lock) > LOCK_MS) rmSync(lock, { recursive: true, force: true });
    else pause(100);
  }
}

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
