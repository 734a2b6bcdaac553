import { access, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { examine } from "@juesuan/readers";
import { fixDocx, type Fixed } from "@juesuan/writers";
import type { Invocation } from "../command/declaration.ts";
import { textOf } from "../command/parse.ts";
import { messageOf, SEVERITY } from "../check/wording.ts";
import { columnsOf } from "../screen/columns.ts";
import { EXIT, UsageError, write, type Language } from "../streams.ts";
import { hang } from "../text/width.ts";
import { bytesOf, readable } from "./document.ts";

const WORDS = {
  zh: {
    changed: (count: number) => `已改正，接受修订即可（${count} 处）`,
    remarked: (count: number) => `须人工核定，已加批注（${count} 处）`,
    known: (count: number) => `先前已有批注（${count} 处）`,
    clean: "没有发现要改的问题，没有写出文件。",
    nothing: "余下的问题都已有批注，没有写出文件。",
    written: (path: string, left: number) => `已写入 ${path}，原件未动。接受全部修订后再核对：错误 ${left} 处。`,
    author: "juesuan 决算",
    initials: "决",
  },
  en: {
    changed: (count: number) => `Corrected; accept the tracked changes (${count})`,
    remarked: (count: number) => `To be decided by hand; commented (${count})`,
    known: (count: number) => `Commented before (${count})`,
    clean: "Nothing was found that needs correcting; no file was written.",
    nothing: "What is left is commented already; no file was written.",
    written: (path: string, left: number) =>
      `Written to ${path}; the original is untouched. Checked again with all changes accepted: ${left} errors.`,
    author: "juesuan 决算",
    initials: "J",
  },
} as const;

/** `juesuan fix DOC.docx`: exit code 0 where nothing was wrong, 1 where the file has changes or comments. */
export async function fix(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const [target, ...rest] = positionals;
  if (target === undefined || rest.length > 0) throw new UsageError("请给出一份 Word 文件。", "Name one Word file.");
  const bytes = await bytesOf(target, streams);
  const output = await outputOf(target, textOf(invocation, "output"), streams.cwd);
  const words = WORDS[lang];
  const fixed = await readable(target, async () => {
    const first = await examine(bytes.slice(), { name: target });
    if (first.document.format !== "docx") {
      throw new UsageError(
        `${target} 不是 Word 文件（.docx）：修订只能写入 Word 文件。旧的 .doc 请先另存为 .docx。`,
        `${target} is no Word file (.docx): only those take tracked changes. Save an old .doc as .docx first.`,
      );
    }
    const { refusal } = first.report;
    if (refusal) throw new UsageError(`${target}：${refusal.zh}`, `${target}: ${refusal.en}`);
    return fixDocx(bytes, (content) => examine(content, { name: target }), {
      lang,
      author: words.author,
      initials: words.initials,
      moment: new Date(),
    });
  });
  const found = fixed.changed.length + fixed.remarked.length;
  if (found > 0) await writeFile(output, fixed.bytes);
  if (textOf(invocation, "format") === "json") {
    await write(streams.stdout, `${JSON.stringify(jsonOf(fixed, found > 0 ? output : null), undefined, 2)}\n`);
  } else await write(streams.stdout, linesOf(fixed, found > 0 ? output : undefined, lang, columnsOf(streams)));
  return found + fixed.known.length > 0 ? EXIT.found : EXIT.clean;
}

/** Beside the original unless told otherwise; never over the original, and never over what may hold somebody's work. */
async function outputOf(target: string, given: string | undefined, cwd: string): Promise<string> {
  const source = resolve(cwd, target);
  if (given !== undefined) {
    const path = resolve(cwd, given);
    if (path !== source) return path;
    throw new UsageError(
      "原件不会被改动，请用 -o 另给一个文件名。",
      "The original is left as it is: name another file with -o.",
    );
  }
  const extension = extname(source);
  const path = `${source.slice(0, source.length - extension.length)}.修订.docx`;
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return path;
  throw new UsageError(
    `${path} 已经存在，不会覆盖；请用 -o 给出文件名。`,
    `${path} exists and is not overwritten: name a file with -o.`,
  );
}

function linesOf(fixed: Fixed, output: string | undefined, lang: Language, columns: number): string {
  const words = WORDS[lang];
  const lines: string[] = [];
  for (const kind of ["changed", "remarked", "known"] as const) {
    if (fixed[kind].length === 0) continue;
    lines.push(words[kind](fixed[kind].length));
    for (const finding of fixed[kind])
      lines.push(...hang(`  ${SEVERITY[finding.severity].mark} `, messageOf(finding, lang), columns));
  }
  const left = fixed.after.report.findings.filter(({ severity }) => severity === "error").length;
  if (output !== undefined) lines.push(words.written(output, left));
  else lines.push(fixed.known.length > 0 ? words.nothing : words.clean);
  return `${lines.join("\n")}\n`;
}

function jsonOf({ changed, remarked, known, after }: Fixed, output: string | null) {
  return { output, changed, remarked, known, remaining: after.report.findings };
}
