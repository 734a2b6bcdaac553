// The main job: build, load the fixtures into the embedded store, serve API and viewer together.
import "./require-node.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, root, runQuietly } from "./lib/workspace.mjs";

console.log("构建中… Building …");
const built = runQuietly("turbo", ["run", "build", "--output-logs=errors-only"]);
if (built !== 0) {
  console.error("构建失败，原因见上。 The build failed; see above.");
  process.exit(built);
}

process.env.PATH = environment.PATH;
const { start } = await import(pathToFileURL(join(root, "apps", "api", "dist", "node.js")).href);
process.exitCode = await start({
  store: join(root, ".juesuan", "store.sqlite"),
  fixtures: join(root, "fixtures"),
  assets: join(root, "apps", "viewer", "dist"),
});
