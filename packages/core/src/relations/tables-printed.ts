import type { BoundTable } from "../facts/disclosure.ts";
import { keyText } from "../facts/key.ts";
import type { Source } from "../figure/figure.ts";
import { PROFILES } from "../profile/catalogue.ts";
import { tableOf } from "../tables/catalogue.ts";
import { normaliseTitle } from "../tables/normalise.ts";
import { officialTitle, owedTables } from "./owed.ts";
import type { CheckContext, Relation, RelationExamples } from "./relation.ts";
import { TINY, tinyDisclosure } from "./tiny.ts";
import { plainTitle, similarity } from "./titles.ts";

/** What the forms of all places and years call a table. */
function titlesElsewhere(table: string): readonly string[] {
  return PROFILES.flatMap(({ tables }) =>
    tables.filter((entry) => entry.table === table).flatMap(({ titles }) => titles),
  );
}

/** “三公”经费财政拨款支出决算表 for 财政拨款“三公”经费支出决算表: the same words in another order say the same. */
function sameWords(one: string, other: string): boolean {
  const sorted = (title: string): string => [...title].toSorted().join("");
  return sorted(one) === sorted(other);
}

export const TABLE_TITLE: Relation = {
  id: "structure.table-title",
  title: { zh: "表名与规定不一致", en: "A table's title is not the form's" },
  basis: { zh: "公开格式规定的表名", en: "The titles that the form prescribes" },
  severity: "warning",
  form: "presence",
  purpose: {
    zh: "表名写错会使读者对不上口径，例如把“一般公共预算”漏掉",
    en: "A wrong title tells readers the wrong scope, such as a missing “general public budget”",
  },
  leavesOut: {
    zh: "各地、各年通行的别名（例如“基本支出决算明细表”）不算错；表题没有读出的表不判断",
    en: "Titles in use elsewhere or in other years are not wrong; a table whose title was not read is not judged",
  },
  *judge(context) {
    for (const table of context.disclosure.tables) {
      const declared = table.table === undefined ? undefined : tableOf(table.table);
      if (!declared || table.title === undefined || table.title === "") continue;
      const owed = context.profile?.tables.find((entry) => entry.table === declared.id);
      const known = [...(owed?.titles ?? []), ...declared.titles, ...titlesElsewhere(declared.id)].map(normaliseTitle);
      const printed = normaliseTitle(table.title);
      if (known.some((title) => printed.endsWith(title) || title.endsWith(printed) || sameWords(printed, title))) {
        yield { outcome: "holds", sources: [table.source] };
        continue;
      }
      const expected = owed ? officialTitle(owed) : declared.titles[0];
      const source: Source = { ...table.source, table: declared.id, text: table.title };
      yield {
        outcome: "violated",
        message: {
          zh: `表名印作“${table.title}”，应为“${expected}”`,
          en: `the title reads “${table.title}”, the form says “${expected}”`,
        },
        stated: table.title,
        expected,
        sources: [source],
        key: declared.id,
        // Characters lost or mistaken are a slip; other words may be how the place calls its table.
        ...(!known.some((title) => similarity(printed, title, 0.8) > 0) && { severity: "info" as const }),
      };
    }
  },
};

export const TABLE_ORDER: Relation = {
  id: "structure.table-order",
  title: { zh: "表的顺序与规定不一致", en: "Tables out of the form's order" },
  basis: { zh: "公开格式规定的表号", en: "The numbers that the form gives its tables" },
  severity: "info",
  form: "presence",
  purpose: { zh: "按规定的顺序公开，读者和系统才能对号入座", en: "Readers and systems find tables by their number" },
  leavesOut: {
    zh: "没有认出格式时不判断；重复出现的表只看第一次",
    en: "Not judged for an unknown form; of a repeated table only the first counts",
  },
  *judge(context) {
    const numbers = new Map(owedTables(context).map(({ table, number }) => [table, number]));
    const first = new Map<string, BoundTable>();
    for (const table of context.disclosure.tables)
      if (table.table !== undefined && numbers.has(table.table) && !first.has(table.table))
        first.set(table.table, table);
    const order = [...first].map(([id, table]) => ({ id, table, number: numbers.get(id)! }));
    if (order.length < 3) return;
    const kept = new Set(longestIncreasing(order.map(({ number }) => number)));
    for (const [index, { id, table, number }] of order.entries()) {
      if (kept.has(index)) {
        yield { outcome: "holds", sources: [table.source] };
        continue;
      }
      const before = order[index - 1];
      yield {
        outcome: "violated",
        message: {
          zh: `《${tableOf(id)?.titles[0] ?? id}》应为第${number}张表，${before ? `现排在《${tableOf(before.id)?.titles[0] ?? before.id}》（第${before.number}张）之后` : "现排在最前"}`,
          en: `“${tableOf(id)?.en ?? id}” is number ${number} of the form but stands ${before ? `after number ${before.number}` : "first"}`,
        },
        sources: [{ ...table.source, table: id }],
        key: id,
      };
    }
  },
};

/** The indices of a longest increasing subsequence. */
function longestIncreasing(values: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [index, value] of values.entries()) {
    let chain: number[] = [];
    for (let before = 0; before < index; before++)
      if (values[before]! < value && best[before]!.length > chain.length) chain = best[before]!;
    best.push([...chain, index]);
  }
  return best.reduce<number[]>((longest, chain) => (chain.length > longest.length ? chain : longest), []);
}

export const TABLE_REPEATED: Relation = {
  id: "structure.table-repeated",
  title: { zh: "同一张表出现多次", en: "One table printed more than once" },
  basis: { zh: "公开格式中每张表出现一次", en: "Each table of the form stands once" },
  severity: "info",
  form: "presence",
  purpose: {
    zh: "同一张表印两次、数字又不同时，读者不知道以哪张为准",
    en: "Where a table is printed twice with different figures, nobody knows which one counts",
  },
  leavesOut: {
    zh: "跨页续表不算；整套报表重复的（汇总与本级、各单位各一套）不算",
    en: "Continued tables do not count, nor do whole sets of tables (one for each unit)",
  },
  *judge(context) {
    const groups = new Map<string, BoundTable[]>();
    for (const table of context.disclosure.tables) {
      if (table.table === undefined || table.empty || !hasOwnTitle(context, table)) continue;
      groups.set(table.table, [...(groups.get(table.table) ?? []), table]);
    }
    const repeated = [...groups].filter(([, tables]) => tables.length > 1);
    if (repeated.length > 2) return;
    for (const [id, tables] of groups) {
      if (tables.length === 1 || !statesTwice(tables)) {
        yield { outcome: "holds", sources: [] };
        continue;
      }
      yield {
        outcome: "violated",
        message: {
          zh: `《${tableOf(id)?.titles[0] ?? id}》出现了${tables.length}次（${tables
            .map(({ page }) => (page === undefined ? "" : `第${page}页`))
            .filter(Boolean)
            .join("、")}）`,
          en: `“${tableOf(id)?.en ?? id}” is printed ${tables.length} times`,
        },
        sources: tables.map((table) => ({ ...table.source, table: id })),
        key: id,
      };
    }
  },
};

/** Whether two of them state the same. 公开09表（续） with the counts behind the money of the first states other quantities. */
function statesTwice(tables: readonly BoundTable[]): boolean {
  const seen = new Set<string>();
  for (const { cells } of tables) {
    const own = new Set(cells.flatMap(({ key }) => (key === undefined ? [] : keyText(key.concept, key.dimensions))));
    for (const key of own) if (seen.has(key)) return true;
    for (const key of own) seen.add(key);
  }
  return false;
}

/** A table whose title stands over it; one that goes on from the page before has none of its own. */
function hasOwnTitle(context: CheckContext, { title, source }: BoundTable): boolean {
  if (title === undefined || title === "") return false;
  const before = context.text?.slice(Math.max(0, source.start - 240), source.end);
  return before === undefined || plainTitle(before).includes(plainTitle(title));
}

export const PRINTED_TABLE_RELATIONS: readonly Relation[] = [TABLE_TITLE, TABLE_ORDER, TABLE_REPEATED];

export const EXAMPLES: RelationExamples = () => ({
  [TABLE_TITLE.id]: [
    { text: tinyDisclosure([TINY.expenditure]), holds: true },
    { text: tinyDisclosure([TINY.basic.replace("基本支出决算表", "基本支出决算明细表")]), holds: true },
    {
      text: tinyDisclosure([
        TINY.basic.replace("一般公共预算财政拨款基本支出决算表", "一般公共预算基本支出财政拨款决算表"),
      ]),
      holds: true,
    },
    {
      text: tinyDisclosure([TINY.basic.replace("一般公共预算财政拨款基本", "一般公共预算财政拔款基本")]),
      holds: false,
      message: "财政拔款",
    },
  ],
  [TABLE_ORDER.id]: [
    {
      text: tinyDisclosure([TINY.all, TINY.revenue, TINY.expenditure, TINY.appropriation]),
      profile: "shanghai",
      holds: true,
    },
    {
      text: tinyDisclosure([TINY.all, TINY.expenditure, TINY.appropriation, TINY.general, TINY.revenue]),
      profile: "shanghai",
      holds: false,
      message: "《收入决算表》应为第2张表",
    },
  ],
  [TABLE_REPEATED.id]: [
    { text: tinyDisclosure([TINY.revenue, TINY.expenditure]), holds: true },
    {
      text: tinyDisclosure([TINY.revenue, TINY.expenditure, TINY.general, TINY.expenditure]),
      holds: false,
      message: "《支出决算表》出现了2次",
    },
  ],
});
