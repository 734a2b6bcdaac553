import type { TableColumn } from "@juesuan/core";

// Which of its columns a column of amounts is, the sums across the rows cannot tell: each part of a sum may be any other.
// The document says elsewhere what each comes to: 其他收入35.08万元 in a sentence, 八、其他收入 350,842.56 in another table.

/** Whether the document gives an amount a name. */
export type Attested = (column: TableColumn, amount: string) => boolean;

const STATED = /([\u4e00-\u9fff“”（）]{2,40})[:：为]?\s*(?:\d{1,2}\s+)?([\d,]+(?:\.\d+)?)(?=\s|[万元，。；、（）]|$)/g;

/** What a text says of amounts, in words right before them. */
export function attestedIn(text: string): Attested {
  const stated = new Map<string, Set<string>>();
  for (const [, words, amount] of text.matchAll(STATED)) {
    const key = plain(amount!);
    stated.set(key, (stated.get(key) ?? new Set()).add(words!.replaceAll(/[“”]/g, "")));
  }
  return ({ heading, aliases = [] }, amount) => {
    const names = [heading.at(-1), ...aliases].filter((name) => name !== undefined && name.length > 3);
    const words = [plain(amount), inTenThousands(amount)].flatMap((key) => [...(stated.get(key) ?? [])]);
    return words.some((word) => names.some((name) => isNamed(word, name!)));
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
