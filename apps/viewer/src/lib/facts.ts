import type { DocumentReport } from "@juesuan/core";
import { withDimension } from "@juesuan/core/names";
import { grouped, minus, plus } from "./amounts.ts";
import type { Words } from "./language.tsx";

export type Fact = DocumentReport["facts"][number];
export type Finding = DocumentReport["findings"][number];
export type Place = Finding["sources"][number];

/** Facts by canonical key: the places that state one quantity. */
export function factsByKey(facts: readonly Fact[]): ReadonlyMap<string, readonly Fact[]> {
  const byKey = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = byKey.get(fact.key);
    if (list) list.push(fact);
    else byKey.set(fact.key, [fact]);
  }
  return byKey;
}

/** The statement of a quantity to show: the one printed with most decimals, tables before sentences. */
export function bestOf(facts: readonly Fact[] | undefined): Fact | undefined {
  return facts?.toSorted(
    (a, b) => b.decimals - a.decimals || Number(b.source.table !== undefined) - Number(a.source.table !== undefined),
  )[0];
}

const UNITS: Readonly<Record<Fact["unit"], Words>> = {
  yuan: { zh: "元", en: "yuan" },
  "ten-thousand-yuan": { zh: "万元", en: "×10,000 yuan" },
  "hundred-million-yuan": { zh: "亿元", en: "×100 million yuan" },
  percent: { zh: "%", en: "%" },
  "percentage-point": { zh: "个百分点", en: "pp" },
  count: { zh: "", en: "" },
  score: { zh: "分", en: "points" },
};

/** Chinese counts with a word for each kind of thing; in English the name says what is counted, save for people. */
const CLASSIFIERS: Readonly<Record<string, string>> = {
  个: "",
  辆: "",
  项: "",
  家: "",
  次: "times",
  批次: "batches",
  人: "persons",
  人次: "persons",
  名: "persons",
  "台（套）": "sets",
  万人: "×10,000 persons",
};

export function unitOf(fact: Pick<Fact, "unit" | "classifier">): Words {
  return fact.unit === "count" && fact.classifier !== undefined
    ? { zh: fact.classifier, en: CLASSIFIERS[fact.classifier] ?? fact.classifier }
    : UNITS[fact.unit];
}

/** As printed, with separators of thousands. */
export function printed(fact: Pick<Fact, "value">): string {
  return grouped(fact.value);
}

/** The key of a quantity's measure: its share, its change, its growth. */
export function measured(key: string, measure: string): string {
  return withDimension(key, "measure", measure);
}

/** Last year's value of a quantity: as stated, or from its printed change. */
export function lastYearOf(
  fact: Fact,
  byKey: ReadonlyMap<string, readonly Fact[]>,
): { readonly value: string; readonly stated: boolean } | undefined {
  const stated = bestOf(byKey.get(withDimension(fact.key, "period", "previous")));
  if (stated?.unit === fact.unit) return { value: stated.value, stated: true };
  const change = bestOf(byKey.get(measured(fact.key, "change")));
  if (change?.unit !== fact.unit) return undefined;
  if (change.direction === "increase") return { value: minus(fact.value, change.value), stated: false };
  if (change.direction === "decrease") return { value: plus(fact.value, change.value), stated: false };
  return undefined;
}

export const SEVERITIES: Readonly<Record<Finding["severity"], Words>> = {
  error: { zh: "错误", en: "Error" },
  warning: { zh: "提示", en: "Warning" },
  info: { zh: "说明", en: "Note" },
  rounding: { zh: "四舍五入", en: "Rounding" },
};

const RANK: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, info: 2, rounding: 3 };

export function worstOf(findings: readonly Finding[]): Finding | undefined {
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])[0];
}

/** What the parts of a document are that are numbered: a web page and a Word file have none that a reader would see. */
export type Paging = "pages" | "sheets" | "none";

export function pagingOf({ format, facts }: Pick<DocumentReport, "format" | "facts">): Paging {
  if (format === "xlsx" || format === "xls") return "sheets";
  return format === "pdf" || facts.some(({ source }) => (source.page ?? 1) > 1) ? "pages" : "none";
}

const NUMBERED: Readonly<Record<Exclude<Paging, "none">, (number: number) => Words>> = {
  pages: (number) => ({ zh: `第${number}页`, en: `p. ${number}` }),
  sheets: (number) => ({ zh: `第${number}个工作表`, en: `sheet ${number}` }),
};

/** 第12页, or nothing where a document has no pages. */
export function pageWords(page: number | undefined, paging: Paging): Words | undefined {
  return page === undefined || paging === "none" ? undefined : NUMBERED[paging](page);
}

/** Where something stands, in words: 第12页《支出决算表》“教育支出”行. */
export function placeWords({ page, part, section, table, row, column }: Place, paging: Paging): Words {
  const number = pageWords(page, paging);
  const isNamed = row !== undefined && row !== "";
  const [zh, en] =
    table === undefined
      ? [[section ?? part], [section ?? part]]
      : [
          [`《${table}》`, isNamed ? `“${row}”行` : "", column === undefined ? "" : `“${column}”列`],
          [`《${table}》`, isNamed ? `row “${row}”` : "", column === undefined ? "" : `column “${column}”`],
        ];
  const said = (words: readonly (string | undefined)[], between: string) =>
    words.filter((word) => word !== undefined && word !== "").join(between);
  return {
    zh: `${number === undefined ? "" : `${number.zh} `}${said(zh, "")}`,
    en: said([number?.en, ...en], ", "),
  };
}
