// What `fix` makes of the Word files of a corpus, whose mistakes are known:
//
//   node --conditions=juesuan-source benchmarks/corpus/fix.ts [fixtures/corpus] [--json]
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { examine } from "@juesuan/readers";
import { fixDocx, type Fixed } from "@juesuan/writers";
import { finish, measured, say } from "../measures.ts";
import type { Manifest, SeededError } from "./generate.ts";

const given = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
const folder = resolve(given ?? join(import.meta.dirname, "..", "..", "fixtures", "corpus"));
const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")) as Manifest;
const OPTIONS = { lang: "zh", author: "juesuan 决算", initials: "决", moment: new Date("2024-01-01") } as const;

const bare = (text: string): string => text.replaceAll(/\s/g, "");
const errorsOf = ({ report }: Fixed["after"]) => report.findings.filter(({ severity }) => severity === "error");

/** Whether the accepted file prints what was there before the mistake. */
function isRestored({ context, at, wrong, right }: SeededError, text: string): boolean {
  return text.includes(context.slice(0, at) + bare(right) + context.slice(at + bare(wrong).length));
}

const total = { files: 0, errors: 0, cured: 0, caused: 0, changed: 0, placed: 0, restored: 0 };
for (const { file, format, errors } of manifest.files) {
  if (format !== "docx") continue;
  const bytes = new Uint8Array(readFileSync(join(folder, "files", file)));
  const fixed = await fixDocx(bytes, (content) => examine(content, { name: file }), OPTIONS);
  const known = new Set(fixed.before.report.findings.map(({ fingerprint }) => fingerprint));
  const left = errorsOf(fixed.after);
  total.files++;
  total.errors += errorsOf(fixed.before).length;
  total.cured += errorsOf(fixed.before).length - left.filter(({ fingerprint }) => known.has(fingerprint)).length;
  total.caused += left.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  total.changed += fixed.changed.length;
  const text = bare(fixed.after.document.text);
  // What was taken out, and what stands for something that nobody can know, has no text to be put back.
  const placed = errors.filter(({ names, wrong }) => names === undefined && wrong !== "");
  total.placed += placed.length;
  total.restored += placed.filter((error) => isRestored(error, text)).length;
}
if (total.files === 0) throw new Error(`${folder} holds no Word file.`);
say(`${total.files} Word files, ${total.changed} findings corrected`);
measured({
  id: "cured",
  zh: "接受修订后消失的错误",
  en: "errors gone once the changes are accepted",
  kind: "share",
  value: total.cured / Math.max(1, total.errors),
  better: "more",
  samples: total.errors,
  slack: 0.05,
});
measured({
  id: "restored",
  zh: "写错的地方恢复得与原文一字不差的",
  en: "wrong words and figures put back exactly as they were",
  kind: "share",
  value: total.restored / Math.max(1, total.placed),
  better: "more",
  samples: total.placed,
  slack: 0.05,
});
measured({
  id: "caused",
  zh: "改正带出的新错误",
  en: "errors that a correction caused",
  kind: "count",
  value: total.caused,
  better: "less",
  samples: total.changed,
});
finish("fix");
