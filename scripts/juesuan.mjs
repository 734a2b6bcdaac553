// The terminal tool from a clone: builds what is stale, then runs it where the user called it.
// Nothing but the tool's own output may reach stdout, since programs read it.
import "./require-node.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runQuietly } from "./lib/workspace.mjs";

const built = runQuietly("tsc", ["-b", "apps/terminal"]);
if (built !== 0) {
  process.stderr.write("构建失败，未运行。 The build failed; nothing was run.\n");
  process.exit(2);
}

// pnpm runs scripts in the repository's root; INIT_CWD is where the user stood.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
const main = join(root, "apps", "terminal", "dist", "main.js");
process.argv[1] = main;
await import(pathToFileURL(main).href);
