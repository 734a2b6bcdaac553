import type { TableColumn } from "@juesuan/core";

// Which of its columns a column of amounts is, the sums across the rows cannot tell: each part of a sum may be any other.
// The document says elsewhere what each comes to: 其他收入35.08万元 in a sentence, 八、其他收入 350,842.56 in another table.

/** Whether the document gives an amount a name. */
export type Attested = (column: TableColumn, amount: string) => boolean;

const STATED = /([\u4e00-\u9fff“”（）]{2,40})[:：为]?\s*(?:\d{1,2}\s+)?([\d,]+(?:\.\d+)?)(?=\s|[万元，。；、（）]|$)/g;

/** What a text says of amounts, in words right before them. */
export function attestedIn(text: string): Attested {
  const stated = new Map<string, Set<string>>();
  // A sentence goes on over lines: its words and its amount may stand on two.
  for (const [, words, amount] of [...text.matchAll(STATED), ...text.replaceAll(/\s+/g, "").matchAll(STATED)]) {
    const key = plain(amount!);
    stated.set(key, (stated.get(key) ?? new Set()).add(words!.replaceAll(/[“”]/g, "")));
  }
  return ({ heading, aliases = [] }, amount) => {
    const names = [heading.at(-1), ...aliases].filter((name) => name !== undefined && name.length > 3);
    const words = [plain(amount), inTenThousands(amount)].flatMap((key) => [...(stated.get(key) ?? [])]);
    return words.some((word) => names.some((name) => isNamed(word, name!)));
  };
}

/** Whether the document says of a column of a table of revenue, or of another, that there is nothing in it. */
export type Denied = (column: TableColumn, ofRevenue: boolean) => boolean;

/** 五、事业收入 as a row: with the number of its line, and behind it an amount or the label of the other side. */
const ROW = /[一二三四五六七八九十]、([\u4e00-\u9fff“”（）]{4,20})[^\S\n]{2,}(?:\d{1,2}(?![\d.,])[^\S\n]+)?(\S+)/g;
const NOTHING = /^(?:[-—－–]+|0(?:[.．]0+)?|[一二三四五六七八九十]{1,3}、\S+)$/;
/** 经营支出0.00万元 in a sentence. */
const NONE = /([\u4e00-\u9fff“”（）]{4,40})[:：为]?\s*(0(?:\.0+)?|[\d,]+(?:\.\d+)?)\s*万?元/g;

/**
 * What a text says that there is nothing of: the rows of the table of all revenue that print no amount, and spending that its
 * sentences put at nothing. Where it prints an amount anywhere it says no such thing.
 */
export function deniedIn(text: string): Denied {
  const rows = new Map<string, boolean>();
  for (const [, name, behind] of text.matchAll(ROW))
    rows.set(name!, (rows.get(name!) ?? true) && NOTHING.test(behind!));
  const said = new Map<string, boolean>();
  for (const [, words, amount] of text.matchAll(NONE))
    said.set(words!, (said.get(words!) ?? true) && /^0(?:\.0+)?$/.test(amount!));
  return ({ heading }, ofRevenue) => {
    // By its own name alone: an alias may be that of one of its parts.
    const name = heading.at(-1) ?? "";
    if (name.length < 4) return false;
    if (ofRevenue) return rows.get(name) === true;
    const ofSpending = name.endsWith("支出") ? name : `${name}支出`;
    const own = [...said].filter(([words]) => words.endsWith(ofSpending));
    return own.length > 0 && own.every(([, isNothing]) => isNothing);
  };
}

/** 一般公共预算财政拨款支出 and 项目支出决算数 end with the name of their columns, but for what they are. */
function isNamed(words: string, name: string): boolean {
  const at = words.lastIndexOf(name);
  return at >= 0 && /^(?:支出|收入|合计|总额|决算数?|金额)*$/.test(words.slice(at + name.length));
}

function plain(amount: string): string {
  const digits = amount.replaceAll(/[,，]/g, "");
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/** An amount in 元 as sentences have it in 万元. */
function inTenThousands(amount: string): string {
  const [whole = "", part = ""] = amount.replaceAll(/[,，]/g, "").split(".");
  if (!/^\d+$/.test(whole)) return "";
  const hundredths = (BigInt(whole + part.padEnd(2, "0").slice(0, 2)) + 5_000n) / 10_000n;
  const digits = String(hundredths).padStart(3, "0");
  return plain(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
