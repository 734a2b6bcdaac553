// The main job: build, load the fixtures into the embedded store, serve API and viewer together. With --built it serves what
// was built before, and writes nothing beside the store: for containers, and for accounts that may not write here.
import "./require-node.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { environment, root, runQuietly } from "./lib/workspace.mjs";

const build = (name) => runQuietly("turbo", ["run", "build", `--filter=${name}`, "--output-logs=errors-only"]);

const api = join(root, "apps", "api", "dist", "node.js");
if (process.argv.includes("--built")) {
  if (!existsSync(api)) {
    console.error("还没有构建：先运行 npx -y pnpm@12 build。 Nothing is built: run npx -y pnpm@12 build first.");
    process.exit(1);
  }
} else {
  console.log("构建中… Building …");
  const built = build("@juesuan/api");
  if (built !== 0) {
    console.error("构建失败，原因见上。 The build failed; see above.");
    process.exit(built);
  }
  // The API is whole without its pages: a viewer that cannot be built is said, and does not stop the rest.
  if (build("@juesuan/viewer") !== 0)
    console.error("网页构建失败，原因见上。 The viewer could not be built; see above.");
}

process.env.PATH = environment.PATH;
const { start } = await import(pathToFileURL(api).href);
process.exitCode = await start({
  // A server of PostgreSQL, or the embedded store beside the sources.
  store: process.env.JUESUAN_STORE ?? join(root, ".juesuan", "store.sqlite"),
  fixtures: join(root, "fixtures"),
  assets: join(root, "apps", "viewer", "dist"),
});
