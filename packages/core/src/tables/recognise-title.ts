import { TABLES } from "./catalogue.ts";
import type { TableDeclaration } from "./declaration.ts";
import { editDistance } from "./edit-distance.ts";
import { normaliseTitle } from "./normalise.ts";

export interface TitleMatch {
  readonly table: TableDeclaration;
  /** 1 for a known title, less for one that ends in it (with a department and a year before it) or nearly is it. */
  readonly score: number;
  /** The known title that matched, as declared. */
  readonly title: string;
}

const TELLING = ["基本", "项目", "经营", "收入", "明细"];

/** The words that tell tables of like names apart, as far as a title has them. */
function tellingWords(title: string): string {
  return TELLING.filter((word) => title.includes(word)).join(" ");
}

const KNOWN = TABLES.flatMap((table) =>
  table.titles.map((title) => {
    const normal = normaliseTitle(title);
    return { table, title, normal, telling: tellingWords(normal) };
  }),
).toSorted((a, b) => b.normal.length - a.normal.length);

const BY_NAME = Map.groupBy(KNOWN, ({ normal }) => normal);

/**
 * The statutory table that a printed title names; undefined where it names none. A title may carry the department and the
 * year, the number of the form, and a character lost or doubled.
 */
export function recogniseTitle(printed: string): TitleMatch | undefined {
  const title = normaliseTitle(printed);
  if (title.length < 4 || title.length > 80) return undefined;
  const [same] = BY_NAME.get(title) ?? [];
  if (same) return matched(same, 1);
  for (const known of KNOWN) {
    if (!title.endsWith(known.normal)) continue;
    const before = title.slice(0, title.length - known.normal.length);
    // Words of another table's name before a shorter name mean that it is not this table.
    if (
      /(?:预算|拨款|基金|支出|收入|经营|资本|基本|明细|项目|绩效|债务|采购|费|资金|债券|专户|服务|补助|公用|人员|转移支付)$/.test(
        before,
      )
    )
      continue;
    return matched(known, 0.9);
  }
  const telling = tellingWords(title);
  for (const known of KNOWN) {
    if (known.normal.length < 7) continue;
    if (Math.abs(known.normal.length - title.length) > 2) continue;
    // Two characters tell 经营支出 from 支出: that is no slip of the pen.
    if (known.telling !== telling) continue;
    const distance = editDistance(title, known.normal, 2);
    if (distance <= (known.normal.length >= 12 ? 2 : 1)) return matched(known, 0.8 - 0.1 * distance);
  }
  return undefined;
}

function matched({ table, title }: (typeof KNOWN)[number], score: number): TitleMatch {
  return { table, title, score };
}
