import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createApp } from "@juesuan/api";
import { folderAssets, folderRender, loadFixtures, serve } from "@juesuan/api/node";
import { examine } from "@juesuan/readers";
import { openStore } from "@juesuan/store/node";
import { generatedDisclosures } from "./disclosures.ts";
import { TOKEN } from "./token.ts";

// The real API over a real store in memory, with the fixtures and generated accounts. Prints its address;
// nothing else.

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const store = await openStore(":memory:");
for await (const { outcome } of loadFixtures(store, examine, path("../../../fixtures"))) void outcome;
for (const { id, region, text } of await generatedDisclosures()) {
  const examined = await examine(new TextEncoder().encode(text), { name: `${id}.txt` });
  await store.putDocument({ id, region, ...examined });
}
const pages = process.argv[2] ?? path("../dist");
const assets = folderAssets(pages);
const render = folderRender(pages);
if (!assets) throw new Error("The viewer is not built.");
const tokens = [{ name: "e2e", sha256: createHash("sha256").update(TOKEN).digest("hex") }];
const { url } = await serve(
  createApp({ store, examine, assets, ...(render ? { render } : {}), compressed: true, tokens }),
  {
    port: Number(process.env.PORT ?? 0),
    hostname: "localhost",
  },
);
console.log(url);
