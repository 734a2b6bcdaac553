import { readFile, writeFile } from "node:fs/promises";
import { extname, resolve } from "node:path";
import { profileOf, type Profile } from "@juesuan/core";
import { answersOfForm, draftDisclosure, EMPTY_FORM, type Draft, type DraftForm } from "@juesuan/writers";
import type { Invocation } from "../command/declaration.ts";
import { textOf, wholeOf } from "../command/parse.ts";
import { DRAFT_FORMATS, isBinary } from "../draft/formats.ts";
import { selfCheck, type SelfCheck } from "../draft/self-check.ts";
import { formFile, readForm } from "../draft/form-file.ts";
import { EXIT, UsageError, write } from "../streams.ts";
import { accountsOf } from "./accounts-file.ts";
import { readable } from "./document.ts";

/**
 * `juesuan draft ACCOUNTS`: exit code 0 where the disclosure is complete and passes its own check, 1 where something is
 * still to be filled in or wrong.
 */
export async function draft(invocation: Invocation): Promise<number> {
  const { positionals, streams, lang } = invocation;
  const [target, ...rest] = positionals;
  if (target === undefined || rest.length > 0) {
    throw new UsageError(
      "请给出一份账：juesuan 的 JSON 或工作簿。",
      "Name the accounts: juesuan's JSON or a workbook.",
    );
  }
  const { format, output } = formatOf(invocation);
  const formName = textOf(invocation, "form");
  const formPath = formName === undefined ? undefined : resolve(streams.cwd, formName);
  const filled = formPath === undefined ? EMPTY_FORM : await formAt(formPath);
  const lastName = textOf(invocation, "last");
  const accounts = await accountsOf(target, streams);
  const last = lastName === undefined ? undefined : await accountsOf(lastName, streams);
  const profile = chosenProfile(textOf(invocation, "profile"));
  const made = await readable(target, async () => {
    const shares = textOf(invocation, "shares") as "each" | "forced" | undefined;
    const department = textOf(invocation, "department");
    const fiscalYear = wholeOf(invocation, "year", 1990, 2100);
    return draftDisclosure(accounts, {
      ...answersOfForm(filled),
      ...(last ? { last } : {}),
      ...(profile ? { profile } : {}),
      ...(shares ? { shares } : {}),
      ...(department === undefined ? {} : { department }),
      ...(fiscalYear === undefined ? {} : { fiscalYear }),
    });
  });
  const written = await DRAFT_FORMATS[format]!(made, streams);
  if (output !== undefined) await writeFile(resolve(streams.cwd, output), written);
  else if (isBinary(format) && streams.stdout.isTTY) {
    throw new UsageError(`${format} 请用 -o 写入文件。`, `Name a file for ${format} with -o.`);
  } else await write(streams.stdout, written);
  if (formPath !== undefined && made.document.gaps.some(({ kind }) => kind !== "table"))
    await saved(formPath, formName!, formFile(made, filled, formPath));
  const check = await selfCheck(written, format, made);
  await write(
    streams.stderr,
    `${linesOf(made, check, { lang, formName, isFilled: filled !== EMPTY_FORM, output }).join("\n")}\n`,
  );
  return made.document.gaps.length + check.faults.length > 0 ? EXIT.found : EXIT.clean;
}

function formatOf(invocation: Invocation): { format: string; output: string | undefined } {
  const output = textOf(invocation, "output");
  const extension = extname(output ?? "")
    .slice(1)
    .toLowerCase();
  const format = textOf(invocation, "to") ?? { markdown: "md", htm: "html" }[extension] ?? extension;
  if (Object.hasOwn(DRAFT_FORMATS, format)) return { format, output };
  const names = Object.keys(DRAFT_FORMATS);
  throw new UsageError(`请用 --to 说明格式：${names.join("、")}。`, `Name the format with --to: ${names.join(", ")}.`);
}

/** A form that is not there yet is empty: it will be made. */
async function formAt(path: string): Promise<DraftForm> {
  try {
    return readForm(new Uint8Array(await readFile(path)), path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return EMPTY_FORM;
    throw error;
  }
}

/** Office programs on Windows lock a workbook that they have open. */
async function saved(path: string, name: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
  } catch (error) {
    if (!["EBUSY", "EPERM", "EACCES"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    throw new UsageError(
      `写不了 ${name}：如果正在 Excel 或 WPS 中打开，请先关闭。`,
      `${name} cannot be written: if it is open in Excel or WPS, close it first.`,
    );
  }
}

function chosenProfile(id: string | undefined): Profile | undefined {
  if (id === undefined) return undefined;
  const profile = id === "unknown" ? undefined : profileOf(id);
  if (profile) return profile;
  throw new UsageError(`没有公开格式“${id}”。`, `There is no form called ${id}.`);
}

/** More gaps than this are told by the form, not one by one. */
const SHOWN = 20;

interface Shown {
  readonly lang: "zh" | "en";
  readonly formName: string | undefined;
  /** The form was there and held answers. */
  readonly isFilled: boolean;
  readonly output: string | undefined;
}

function linesOf(
  { document, corrections }: Draft,
  { faults, waiting }: SelfCheck,
  { lang, formName, isFilled, output }: Shown,
): string[] {
  const zh = lang === "zh";
  const { gaps } = document;
  const later =
    waiting === 0 ? "" : zh ? `（另有 ${waiting} 处待补齐后再查）` : ` (${waiting} more wait for what is missing)`;
  const lines = [
    zh
      ? `${document.title}${output === undefined ? "" : `：${output}`}。${gaps.length === 0 ? "没有缺项" : `缺 ${gaps.length} 项，文稿中已标红`}，自查 ${faults.length} 个错误${later}。`
      : `${document.title}${output === undefined ? "" : `: ${output}`}. ${gaps.length === 0 ? "Nothing is missing" : `${gaps.length} entries are missing, red in the draft`}; its own check found ${faults.length} errors${later}.`,
  ];
  for (const { printed, written, because } of corrections)
    lines.push(zh ? `已改正：${printed} → ${written}。${because}` : `Put right: ${printed} → ${written}. ${because}`);
  for (const { label, section } of gaps.slice(0, SHOWN))
    lines.push(`${zh ? "待填" : "Missing"}：${label}（${section}）`);
  const more = gaps.length - SHOWN;
  if (more > 0) lines.push(zh ? `……另有 ${more} 项。` : `… and ${more} more.`);
  if (gaps.some(({ kind }) => kind === "table"))
    lines.push(
      zh
        ? "缺数据的表：请用决算报表的工作簿作为输入。"
        : "For tables without data, give the workbook of the accounts as input.",
    );
  if (formName !== undefined && gaps.some(({ kind }) => kind !== "table"))
    lines.push(zh ? `请填写 ${formName}，再运行一次。` : `Fill in ${formName} and run this again.`);
  else if (formName !== undefined)
    lines.push(
      isFilled
        ? zh
          ? `${formName} 已全部写入文稿。`
          : `All that ${formName} answers is in the draft.`
        : zh
          ? `账上都有，没有要填的，所以没有生成 ${formName}。`
          : `The accounts hold everything: there is nothing to fill in, and ${formName} was not made.`,
    );
  else if (gaps.some(({ kind }) => kind !== "table"))
    lines.push(
      zh
        ? "用 --form 编写表.xlsx（或 .yaml）可以得到一张要填的表。"
        : "--form FORM.xlsx (or .yaml) makes a form to fill in.",
    );
  lines.push(...faults.map((fault) => `${zh ? "错误" : "Error"}：${fault}`));
  return lines;
}
