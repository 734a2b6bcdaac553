// The terminal tool from a clone: bundles it when a source is newer than the bundle, then runs it where the user called.
// Nothing but the tool's own output may reach stdout, since programs read it.
import "./require-node.mjs";
import { pathToFileURL } from "node:url";
import { bundleTerminal, main } from "./lib/bundle.mjs";

if (bundleTerminal() !== 0) {
  process.stderr.write("构建失败，未运行。 The build failed; nothing was run.\n");
  process.exit(2);
}

// pnpm runs scripts in the repository's root; INIT_CWD is where the user stood.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
process.argv[1] = main;
await import(pathToFileURL(main).href);
