import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { createServer, type Plugin, type Rolldown } from "vite";

// A page for each kind of address, `shells/NAME.html`: what can be shown before any script has come, and the names of the
// scripts that will be wanted, so that they come together and not one after the other. The server gives the one whose
// name fits (apps/api/src/pages.ts); `index.html` does for every other address.

interface Shell {
  /** The first part of the address, and the view of an account after a point. */
  readonly name: string;
  /** An address that it stands for. */
  readonly path: string;
  /** The modules that come by themselves and that it will want. */
  readonly modules: readonly string[];
}

const ACCOUNT = "src/pages/account.tsx";

const SHELLS: readonly Shell[] = [
  { name: "home", path: "/", modules: [] },
  { name: "accounts", path: "/accounts/-", modules: [ACCOUNT] },
  ...["document-view", "tables", "charts", "figure"].map((part) => {
    const view = part.split("-")[0]!;
    return { name: `accounts.${view}`, path: `/accounts/-/${view}`, modules: [ACCOUNT, `src/parts/${part}.tsx`] };
  }),
  ...["check", "compare", "codes", "relations"].map((page) => ({
    name: page,
    path: `/${page}`,
    modules: [`src/pages/${page}.tsx`],
  })),
];

const root = fileURLToPath(new URL("..", import.meta.url));
const EMPTY = '<div id="root"></div>';

export function shells(): Plugin {
  return {
    name: "shells",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      const page = readFileSync(join(dir!, "index.html"), "utf8");
      if (!page.includes(EMPTY)) throw new Error(`index.html has no ${EMPTY}.`);
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("index.html"));
      if (!entry) throw new Error("The page has no script.");
      const render = await renderer();
      mkdirSync(join(dir!, "shells"), { recursive: true });
      try {
        for (const { name, path, modules } of SHELLS) {
          const { title, content } = await render.page(path);
          const early = modules
            .flatMap((module) => withImports(chunks, module))
            .filter((file, index, all) => file !== entry.fileName && all.indexOf(file) === index)
            .map((file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}" />`);
          const shell = page
            // The style first: with it the page can be shown.
            .replace('<script type="module"', '$& fetchpriority="low"')
            .replace("</head>", () => `${early.join("")}</head>`)
            .replace(/<title>[^<]*<\/title>/, (own) => title ?? own)
            .replace(EMPTY, () => `<div id="root" data-shell="${name.split(".")[0]}">${content}</div>`);
          writeFileSync(join(dir!, "shells", `${name}.html`), shell);
        }
      } finally {
        await render.close();
      }
    },
  };
}

/** The file of a module that comes by itself, and those that it takes. */
function withImports(chunks: readonly Rolldown.OutputChunk[], module: string): string[] {
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === join(root, module));
  if (!chunk) throw new Error(`${module} is no file of its own.`);
  const found = [chunk.fileName];
  for (const file of found) {
    const imports = chunks.find(({ fileName }) => fileName === file)?.imports ?? [];
    found.push(...imports.filter((one) => !found.includes(one)));
  }
  return found;
}

/** The pages themselves, as they are before anything has been fetched. */
async function renderer() {
  const server = await createServer({
    configFile: false,
    root,
    plugins: [react()],
    appType: "custom",
    logLevel: "error",
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
  const { renderShell } = (await server.ssrLoadModule("/src/shell.tsx")) as typeof import("../src/shell.tsx");
  return {
    async page(path: string): Promise<{ readonly title: string | undefined; readonly content: string }> {
      const html = await renderShell(path);
      // The page's policy forbids both in what it is given.
      if (/<script|\sstyle=/.test(html)) throw new Error(`What ${path} shows first has a script or a style within.`);
      const title = /<title>[^<]*<\/title>/.exec(html)?.[0];
      return { title, content: title === undefined ? html : html.replace(title, "") };
    },
    close: () => server.close(),
  };
}
