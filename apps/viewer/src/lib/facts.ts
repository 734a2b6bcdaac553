import type { DocumentReport } from "@juesuan/core";
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

export function unitOf(fact: Pick<Fact, "unit" | "classifier">): Words {
  return fact.unit === "count" && fact.classifier !== undefined
    ? { zh: fact.classifier, en: fact.classifier }
    : UNITS[fact.unit];
}

/** As printed, with separators of thousands. */
export function printed(fact: Pick<Fact, "value">): string {
  const [whole = "", fraction] = fact.value.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export const SEVERITIES: Readonly<Record<Finding["severity"], Words>> = {
  error: { zh: "错误", en: "Error" },
  warning: { zh: "提示", en: "Warning" },
  info: { zh: "说明", en: "Note" },
  rounding: { zh: "四舍五入", en: "Rounding" },
};

/** Where something stands, in words: 第12页《支出决算表》“教育支出”行. */
export function placeWords({ page, part, section, table, row, column }: Place): Words {
  const where =
    table === undefined
      ? [section ?? part]
      : [
          `《${table}》`,
          row === undefined || row === "" ? undefined : `“${row}”行`,
          column === undefined ? undefined : `“${column}”列`,
        ];
  const text = where.filter((word) => word !== undefined && word !== "").join("");
  return {
    zh: `${page === undefined ? "" : `第${page}页 `}${text}`,
    en: `${page === undefined ? "" : `p. ${page} `}${text}`,
  };
}
