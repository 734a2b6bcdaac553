import { createHash } from "node:crypto";
import { glob, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { importAll, refusalToKeep, type Importable, type Store } from "@juesuan/store";
import { isUnreadable, type Examine } from "../examine.ts";
import { VERSION } from "../version.ts";

/** What disclosures are published as; what cannot be read of it is named, and not passed over. */
const SUFFIXES = new Set(".pdf .docx .doc .wps .xlsx .xls .et .ofd .html .htm .txt".split(" "));

/** A larger file is none of a department's accounts. */
const LARGEST = 64 * 1024 * 1024;

export interface FolderImport {
  /** created, revised, reread, unchanged; known: read by this version before; refused or unreadable, with the reason. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Imports every disclosure below a folder. It can be stopped at any moment, and goes on where it was when it is called
 * again: what this version of the reader has read before is not even opened by it.
 */
export async function importFolder(
  store: Store,
  examine: Examine,
  folder: string,
  { region, say = () => {} }: { readonly region?: string; readonly say?: (line: string) => void } = {},
): Promise<FolderImport> {
  const counts: Record<string, number> = {};
  const count = (outcome: string) => (counts[outcome] = (counts[outcome] ?? 0) + 1);

  async function* documents(): AsyncGenerator<Importable> {
    for await (const name of glob("**/*", { cwd: folder })) {
      const file = join(folder, name);
      if (!SUFFIXES.has(extname(name).toLowerCase())) continue;
      const found = await stat(file);
      if (!found.isFile()) continue;
      if (found.size > LARGEST) {
        say(`- ${name}：超过 ${LARGEST / 1024 / 1024} MB larger than that`);
        count("refused");
        continue;
      }
      const source = new Uint8Array(await readFile(file));
      yield {
        sha256: createHash("sha256").update(source).digest("hex"),
        async entry() {
          try {
            const examined = await examine(source, { name });
            const refusal = refusalToKeep(examined);
            if (!refusal) return { ...examined, source, ...(region ? { region } : {}) };
            say(`- ${name}：${refusal.zh} ${refusal.en}`);
            count("refused");
          } catch (error) {
            if (!isUnreadable(error)) throw error;
            say(`- ${name}：${error.message} ${error.messageEn}`);
            count("unreadable");
          }
          return undefined;
        },
      };
    }
  }

  for await (const { outcome } of importAll(store, documents(), VERSION)) if (outcome !== "skipped") count(outcome);
  const { created = 0, revised = 0, reread = 0 } = counts;
  await store.tidy(created + revised + reread);
  return { counts };
}
