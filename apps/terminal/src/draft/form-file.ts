import { Document, parseDocument, isMap, type Pair, type Scalar } from "yaml";
import { extname } from "node:path";
import { ReadError } from "@juesuan/readers";
import { readCells } from "@juesuan/readers/cells";
import { DraftError, EMPTY_FORM, formOf, formOfSheets, formToXlsx, type Draft, type DraftForm } from "@juesuan/writers";
import { UsageError } from "../streams.ts";

const HEAD = ` 决算公开编写表：账上没有、只有部门自己知道的内容。填好后再运行一次 juesuan draft，即写入文稿。
 数字只写数字，金额单位为万元；文字可以写多行，一行一段。留空的仍会在文稿中标红。
 What only the department knows. Fill it in and run juesuan draft again; what stays empty is red in the draft.`;

/** A form of so many bytes is no form. */
const MAX_BYTES = 2_000_000;

/**
 * Reads a form that was filled in. Every scalar is read as the characters that stand there: an amount is never a binary
 * number.
 */
export function readForm(bytes: Uint8Array, name: string): DraftForm {
  if (bytes.length > MAX_BYTES)
    throw new UsageError(`${name} 过大，不是编写表。`, `${name} is too large to be a form.`);
  // A workbook, whatever it is called: PK begins a package.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheetForm(bytes, name);
  const document = parseDocument(new TextDecoder().decode(bytes), { schema: "failsafe" });
  const [error] = document.errors;
  if (error)
    throw new UsageError(`${name} 不是有效的 YAML：${error.message}`, `${name} is no valid YAML: ${error.message}`);
  // Aliases may make a small file grow without end.
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null || value === undefined || value === "") return EMPTY_FORM;
  if (typeof value !== "object") throw wrong(name, "");
  const { figures, texts, receptions, shares, date } = value as Record<string, unknown>;
  const list = receptions === undefined || receptions === "" ? [] : receptions;
  if (!Array.isArray(list)) throw wrong(name, "receptions");
  if (shares !== undefined && shares !== "" && shares !== "each" && shares !== "forced") throw wrong(name, "shares");
  return {
    figures: words(figures, name, "figures"),
    texts: words(texts, name, "texts"),
    receptions: list.map((entry: unknown) => {
      const { text = "", amount = "" } = words(entry, name, "receptions");
      return { text, amount };
    }),
    ...(shares === "each" || shares === "forced" ? { shares } : {}),
    ...(typeof date === "string" ? { date } : {}),
  };
}

function readSheetForm(bytes: Uint8Array, name: string): DraftForm {
  try {
    return formOfSheets(readCells(bytes));
  } catch (error) {
    if (!(error instanceof DraftError || error instanceof ReadError)) throw error;
    throw new UsageError(`${name}：${error.message}`, `${name}: ${error.messageEn}`);
  }
}

/** The form as a file of its name: a workbook where that ends in .xlsx, else YAML. */
export function formFile(draft: Draft, filled: DraftForm, path: string): string | Uint8Array {
  return extname(path).toLowerCase() === ".xlsx" ? formToXlsx(draft, filled) : writeForm(draft, filled);
}

function words(value: unknown, name: string, field: string): Record<string, string> {
  if (value === undefined || value === null || value === "") return {};
  if (typeof value !== "object" || Array.isArray(value)) throw wrong(name, field);
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (typeof entry !== "string") throw wrong(name, `${field}.${key}`);
      return [key, entry];
    }),
  );
}

function wrong(name: string, field: string): UsageError {
  return new UsageError(`${name} 的 ${field} 不合编写表的格式。`, `${field} of ${name} is not as a form has it.`);
}

/** The form as YAML, each entry under what it asks for. */
function writeForm(draft: Draft, filled: DraftForm): string {
  const form = formOf(draft, filled);
  const { document, lastWords } = draft;
  const file = new Document({
    date: form.date ?? "",
    shares: form.shares ?? "each",
    figures: form.figures,
    texts: form.texts,
    receptions: form.receptions.length > 0 ? form.receptions : [],
  });
  file.commentBefore = HEAD;
  const labels = new Map(document.gaps.map(({ id, label, section }) => [id, `${label}（${section}）`]));
  const note = (path: string, of: (key: string) => string | undefined): void => {
    const map = path === "" ? file.contents : file.get(path);
    if (!isMap(map)) return;
    for (const { key } of map.items as Pair<Scalar<string>>[]) {
      const comment = of(key.value);
      if (comment !== undefined) key.commentBefore = ` ${comment.replaceAll("\n", "\n ")}`;
    }
  };
  note("", (key) => TOP[key]);
  note("figures", (id) => labels.get(id));
  note("texts", (id) => {
    const last = lastWords.get(id);
    const asked = labels.get(id);
    if (!last) return asked;
    return [asked ?? "", last.lasting ? "沿用上年，请核对" : `上年写的是：${last.text}`]
      .filter((line) => line !== "")
      .join("\n");
  });
  return file.toString({ lineWidth: 0 });
}

const TOP: Readonly<Record<string, string>> = {
  date: "公开时间，如 2024年9月25日；可空",
  shares: "占比：each 各自四舍五入；forced 使各项合计正好为100%（最大余数法）",
  figures: "账上没有的数字",
  texts: "文字",
  receptions: "公务接待明细，每次一项：- text: 接待…用餐费 / amount: 0.32；不列明细的留空",
};
