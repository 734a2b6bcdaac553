import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type Plugin, type Rolldown } from "vite";

// What a server makes pages of:
// - `render/page.js`, a module that renders the first page of an address (src/page.tsx);
// - a page for each kind of address, `shells/NAME.html`: its frame, and the names of the scripts that will be wanted, so
//   that they come together and not one after the other. The server gives the one whose name fits, with what the module
//   renders in it (apps/api/src/pages.ts); `index.html` does for every other address.

interface Shell {
  /** The first part of the address, and the view of an account after a point. */
  readonly name: string;
  /** An address that it stands for. */
  readonly path: string;
  /** The modules that come by themselves and that it will want. */
  readonly modules: readonly string[];
}

/** Wanted by every page, after its first paint. */
export const APPLICATION = ["react-dom/client", "src/app.tsx"];
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

export function shells(): Plugin {
  return {
    name: "shells",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
      const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith("index.html"));
      if (!entry) throw new Error("The page has no script.");
      const { renderFrame } = await renderer(join(dir!, "render"));
      const page = readFileSync(join(dir!, "index.html"), "utf8");
      mkdirSync(join(dir!, "shells"), { recursive: true });
      for (const { name, path, modules } of SHELLS) {
        const early = [...APPLICATION, ...modules]
          .flatMap((module) => withImports(chunks, module))
          .filter((file, index, all) => file !== entry.fileName && all.indexOf(file) === index)
          .map((file) => `<link rel="modulepreload" crossorigin fetchpriority="low" href="/${file}" />`);
        const shell = page
          // The style first: with it the page can be shown.
          .replace('<script type="module"', '$& fetchpriority="low"')
          .replace("</head>", () => `${early.join("")}</head>`);
        writeFileSync(join(dir!, "shells", `${name}.html`), renderFrame(shell, path));
      }
    },
  };
}

/** The file of a module that comes by itself, and those that it takes. */
export function withImports(chunks: readonly Rolldown.OutputChunk[], module: string): string[] {
  const id = module.startsWith("src/") ? join(root, module) : `/node_modules/${module}.js`;
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(id));
  if (!chunk) throw new Error(`${module} is no file of its own.`);
  const found = [chunk.fileName];
  for (const file of found) {
    const imports = chunks.find(({ fileName }) => fileName === file)?.imports ?? [];
    found.push(...imports.filter((one) => !found.includes(one)));
  }
  return found;
}

const SERVER = "cjs/react-dom-server-legacy.browser.production.js";

function folderOf(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}

/** Builds the module that renders pages, and gives what it exports. */
async function renderer(outDir: string): Promise<typeof import("../src/page.tsx")> {
  await build({
    configFile: false,
    root,
    plugins: [react()],
    logLevel: "error",
    // Of React's servers the one that renders to text: the one that streams keeps a process from ending.
    resolve: { alias: { "react-dom/server": join(folderOf("react-dom"), SERVER) } },
    // It runs wherever the API does, with nothing installed beside it.
    ssr: { target: "webworker", noExternal: true },
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      ssr: "src/page.tsx",
      outDir,
      emptyOutDir: true,
      target: "es2024",
      minify: true,
      copyPublicDir: false,
      rolldownOptions: {
        output: { entryFileNames: "page.js", chunkFileNames: "[name]-[hash].js" },
        // Reading and writing files is the browser's: these are never asked for here.
        external: [/^@juesuan\/(?:readers|writers)/, /^@embedpdf\//],
      },
    },
  });
  return (await import(pathToFileURL(join(outDir, "page.js")).href)) as typeof import("../src/page.tsx");
}
