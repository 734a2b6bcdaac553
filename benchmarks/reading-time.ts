/**
 * The time to read a PDF, as a ratio to `pdftotext -layout` on the same file: both as whole processes, taken turn by turn
 * in one run, so that a busy machine slows both. What is timed is the reader bundled as the terminal tool has it; loading
 * the hundreds of modules of the packages one by one takes as long again as reading.
 *
 *     node benchmarks/reading-time.ts [--json] FILE.pdf …
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { finish, measured, say } from "./measures.ts";

const ROUNDS = 15;
const root = fileURLToPath(new URL("..", import.meta.url));
const SHARED = join(root, "..", "shared", "documents");
const USUAL = ["putuo-finance-2024", "final-accounts-template-shanghai-2024", "putuo-finance-2025-budget"].map((name) =>
  join(SHARED, `${name}.pdf`),
);

const READ = `
  import { readFileSync } from "node:fs";
  import { enableCompileCache } from "node:module";
  enableCompileCache();
  const { readPdf } = await import("./reader.js");
  await readPdf(readFileSync(process.argv[2]));
`;

/** Beside the tool's own bundle: what is bundled must find PDFium's WebAssembly. */
const folder = mkdtempSync(join(root, "apps", "terminal", "bundle.reading-"));
const read = join(folder, "read.mjs");

const given = process.argv.slice(2).filter((argument) => argument !== "--json");
const files = (given.length > 0 ? given : USUAL).filter((file) => existsSync(file));
try {
  bundle();
  for (const file of files) report(file);
} finally {
  rmSync(folder, { recursive: true });
}
if (files.length === 0) console.error("No PDF to time.");
finish("reading-time");

function report(file: string): void {
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first turn only warms caches.
  for (let round = 0; round <= ROUNDS; round++) {
    const both = [timed("pdftotext", ["-layout", file, "/dev/null"]), timed(process.execPath, [read, file])] as const;
    if (round === 0) continue;
    theirs.push(both[0]);
    ours.push(both[1]);
  }
  const [one, other] = [median(ours), median(theirs)];
  say(`${file}: ${one.toFixed(0)} ms, pdftotext ${other.toFixed(0)} ms (medians of ${ROUNDS})`);
  const name = basename(file, ".pdf");
  measured({
    id: name,
    zh: `读 ${name}，整个进程，与 pdftotext -layout 之比`,
    en: `reading ${name}, whole process, to pdftotext -layout`,
    kind: "ratio",
    value: one / other,
    better: "less",
    samples: ROUNDS,
  });
}

function bundle(): void {
  writeFileSync(join(folder, "entry.ts"), 'export { readPdf } from "@juesuan/readers/pdf";\n');
  writeFileSync(read, READ);
  writeFileSync(
    join(folder, "vite.config.ts"),
    `import tool from "../vite.config.ts";
     export default {
       ...tool,
       plugins: [],
       build: {
         ...tool.build,
         rollupOptions: { input: { reader: ${JSON.stringify(join(folder, "entry.ts"))} }, output: { entryFileNames: "[name].js" } },
         outDir: ${JSON.stringify(folder)},
         emptyOutDir: false,
       },
     };`,
  );
  const vite = join(root, "apps", "terminal", "node_modules", ".bin", "vite");
  const { status, stderr } = spawnSync(
    vite,
    ["build", "--config", join(folder, "vite.config.ts"), "--logLevel", "error"],
    {
      cwd: join(root, "apps", "terminal"),
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  if (status !== 0) throw new Error(`the reader cannot be bundled: ${stderr.toString()}`);
}

function timed(command: string, parameters: readonly string[]): number {
  const start = performance.now();
  const { status, error } = spawnSync(command, parameters, {
    cwd: import.meta.dirname,
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (error || status !== 0) throw new Error(`${command} failed`, { cause: error });
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}
