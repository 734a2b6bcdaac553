// Bundles the terminal tool: `node scripts/bundle.mjs`. The build of apps/terminal and the tests of its screens call it.
import "./require-node.mjs";
import { bundleTerminal } from "./lib/bundle.mjs";

process.exitCode = bundleTerminal({ always: process.argv.includes("--always") });
