// Bundles the terminal tool: `node scripts/bundle.mjs`. The build of apps/terminal and the tests of its screens call it.
// `--alone` makes it fit to be packed: nothing of earlier bundles, and the viewer that `serve` shows beside it.
import "./require-node.mjs";
import { addViewer, bundleTerminal } from "./lib/bundle.mjs";

const alone = process.argv.includes("--alone");
process.exitCode = bundleTerminal({ always: process.argv.includes("--always"), alone }) || (alone ? addViewer() : 0);
