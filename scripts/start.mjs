// The main job: build, load the fixtures into the embedded store, serve API and viewer together.
import "./require-node.mjs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, root, runQuietly } from "./lib/workspace.mjs";

const build = (name) => runQuietly("turbo", ["run", "build", `--filter=${name}`, "--output-logs=errors-only"]);

console.log("构建中… Building …");
const built = build("@juesuan/api");
if (built !== 0) {
  console.error("构建失败，原因见上。 The build failed; see above.");
  process.exit(built);
}
// The API is whole without its pages: a viewer that cannot be built is said, and does not stop the rest.
if (build("@juesuan/viewer") !== 0) console.error("网页构建失败，原因见上。 The viewer could not be built; see above.");

process.env.PATH = environment.PATH;
const { start } = await import(pathToFileURL(join(root, "apps", "api", "dist", "node.js")).href);
process.exitCode = await start({
  // A server of PostgreSQL, or the embedded store beside the sources.
  store: process.env.JUESUAN_STORE ?? join(root, ".juesuan", "store.sqlite"),
  fixtures: join(root, "fixtures"),
  assets: join(root, "apps", "viewer", "dist"),
});
