// Imports every disclosure below a folder into the store: `npx -y pnpm@12 run import FOLDER [REGION]`. It may be stopped at
// any moment and called again. JUESUAN_STORE names another store than the embedded one. With --built it uses what was built
// before, and writes nothing beside the store: for accounts that may not write here.
import "./require-node.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runQuietly } from "./lib/workspace.mjs";

const isBuilt = process.argv.includes("--built");
const [folder, region] = process.argv.slice(2).filter((argument) => argument !== "--" && argument !== "--built");
if (!folder || !existsSync(folder)) {
  console.error("用法：import 文件夹 [地区]。 Usage: import FOLDER [REGION].");
  process.exit(2);
}
const api = join(root, "apps", "api", "dist", "node.js");
if (isBuilt && !existsSync(api)) {
  console.error("还没有构建：先运行 npx -y pnpm@12 build。 Nothing is built: run npx -y pnpm@12 build first.");
  process.exit(1);
}
if (!isBuilt && runQuietly("turbo", ["run", "build", "--filter=@juesuan/api", "--output-logs=errors-only"]) !== 0) {
  console.error("构建失败，原因见上。 The build failed; see above.");
  process.exit(1);
}
const { importInto } = await import(pathToFileURL(api).href);
const store = process.env.JUESUAN_STORE ?? join(root, ".juesuan", "store.sqlite");
const { counts } = await importInto(store, folder, { ...(region ? { region } : {}), say: (line) => console.log(line) });
console.log(
  Object.entries(counts)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(", ") || "没有文件 no files",
);
