import { factsOf } from "../checking/observe.ts";
import type { BoundFigure } from "../facts/disclosure.ts";
import { firstAtLeast } from "../document/sorted.ts";
import { readingOf, type Reading } from "../figure/interval.ts";
import { isAmount, isZero, printed } from "./amounts.ts";
import { placeOf } from "./place.ts";
import { proseOf, type Prose } from "./prose.ts";
import type { CheckContext, Misnamed, Relation, RelationExamples } from "./relation.ts";
import { tabledItems, type TabledItem } from "./tabled-items.ts";
import { tinyDisclosure } from "./tiny.ts";

/** The amounts of the general budget that the narrative gives one item, paragraph by paragraph: the first of each, and all with it. */
interface Telling {
  readonly prose: Prose;
  readonly figure: BoundFigure;
}

function tellings(context: CheckContext): Map<string, Telling[]> {
  const told = new Map<string, Telling[]>();
  const figures = context.disclosure.figures.filter(
    (figure) =>
      figure.concept === "expenditure" &&
      figure.source.table === undefined &&
      figure.dimensions.nature === undefined &&
      figure.dimensions.label === undefined &&
      figure.dimensions.fund === "general" &&
      isAmount(figure) &&
      /^\d{7}$/.test(figure.dimensions.functional ?? ""),
  );
  if (figures.length === 0) return told;
  const inOrder = figures.toSorted((one, other) => one.source.start - other.source.start);
  for (const prose of proseOf(context)) {
    const [from, to] = [prose.offsets[0]!, prose.offsets.at(-1)!];
    if (prose.role !== "body" || prose.section?.part !== "narrative") continue;
    for (let at = firstAtLeast(inOrder, from, ({ source }) => source.start); at < inOrder.length; at++) {
      const figure = inOrder[at]!;
      if (figure.source.start > to) break;
      const code = figure.dimensions.functional!;
      const own = told.get(code);
      if (!own) told.set(code, [{ prose, figure }]);
      else if (own.at(-1)!.prose !== prose) own.push({ prose, figure });
    }
  }
  return told;
}

/** Equal but for the last digit. */
function isNearly(first: Reading | undefined, second: Reading | undefined): boolean {
  if (!first || !second) return false;
  return Math.abs(first.middle - second.middle) <= Math.max(first.step, second.step);
}

/**
 * Items that the narrative tells under the name of another: two paragraphs have one name, one of them the amount that the table has
 * there, the other the amount of an item of the same class that nothing else tells.
 */
export function misnamedItems(context: CheckContext): readonly Misnamed[] {
  const tabled = tabledItems(context);
  if (!tabled) return [];
  const told = tellings(context);
  const untold = [...tabled.values()].filter(({ code, figure }) => !told.has(code) && !isZero(figure));
  const readings = new Map(untold.map((item) => [item, readingOf(item.figure)]));
  const ofClass = Map.groupBy(untold, ({ code }) => code.slice(0, 3));
  const found: Misnamed[] = [];
  for (const [code, own] of told) {
    const named = tabled.get(code);
    const printedAt = named && readingOf(named.figure);
    if (own.length < 2 || !named || !own.some(({ figure }) => isNearly(readingOf(figure), printedAt))) continue;
    /** What each amount is found to mean, once however often it is told. */
    const meanings = new Map<string, TabledItem | undefined>();
    for (const { prose, figure } of own) {
      const reading = readingOf(figure);
      if (!reading || isNearly(reading, printedAt)) continue;
      const amount = `${reading.middle} ${reading.step}`;
      if (!meanings.has(amount)) {
        const like = (ofClass.get(code.slice(0, 3)) ?? []).filter((item) => isNearly(readings.get(item), reading));
        meanings.set(amount, like.length === 1 ? like[0] : undefined);
      }
      const meant = meanings.get(amount);
      if (!meant) continue;
      found.push({ figure, from: prose.offsets[0]!, to: prose.offsets.at(-1)!, named, meant });
    }
  }
  return found;
}

/** The document as it would be with the names that were meant, so that one wrong name is one finding. */
export function withNamesMeant(context: CheckContext, misnamed: readonly Misnamed[]): CheckContext {
  if (misnamed.length === 0) return { ...context, misnamed };
  const named = Map.groupBy(
    misnamed.toSorted((one, other) => one.from - other.from),
    ({ named: { code } }) => code,
  );
  const figures = context.disclosure.figures.map((figure): BoundFigure => {
    const { source, dimensions } = figure;
    const own = named.get(dimensions.functional ?? "") ?? [];
    const entry = own[firstAtLeast(own, source.start + 1, ({ from }) => from) - 1];
    return entry && source.start <= entry.to && source.table === undefined
      ? { ...figure, dimensions: { ...dimensions, functional: entry.meant.code } }
      : figure;
  });
  return {
    ...context,
    disclosure: { ...context.disclosure, figures },
    facts: factsOf({ figures }),
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    misnamed,
  };
}

const TABLE = `一般公共预算财政拨款支出决算表
单位：万元

| 支出功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |
|---|---|---|---|---|
| 207 | 文化旅游体育与传媒支出 | 317.85 |  | 317.85 |
| 20701 | 文化和旅游 | 136.22 |  | 136.22 |
| 2070104 | 图书馆 | 136.22 |  | 136.22 |
| 20702 | 文物 | 181.63 |  | 181.63 |
| 2070205 | 博物馆 | 181.63 |  | 181.63 |
| 合计 |  | 317.85 |  | 317.85 |`;

const ITEMS = (name: string): string =>
  tinyDisclosure(
    [TABLE],
    `五、一般公共预算财政拨款支出决算情况说明\n\n（三）一般公共预算财政拨款支出决算具体情况\n\n1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。年初预算为136.22万元，支出决算为136.22万元，决算数等于预算数。\n\n2.文化旅游体育与传媒支出（类）文物（款）${name}（项）。年初预算为181.63万元，支出决算为181.63万元，决算数等于预算数。`,
  );

export const MISNAMED: Relation = {
  id: "classification.misnamed",
  title: { zh: "说明中的项写成了另一项", en: "An item told under another's name" },
  basis: {
    zh: "说明与报表使用同一科目名称；财政部每年印发的《政府收支分类科目》",
    en: "Text and tables use one name; the classification that the Ministry of Finance issues every year",
  },
  severity: "warning",
  form: "catalogue",
  purpose: {
    zh: "两段用了同一个项的名称，一段的金额与表中该项相符，另一段的金额是表中另一项的、而那一项说明没有提到：名称写错了。该段的数字按应有的科目核对",
    en: "Two paragraphs have one item's name; one has the amount that the table has there, the other that of an item nothing tells: the name is wrong. Its figures are checked as those of the item that was meant",
  },
  leavesOut: {
    zh: "金额与表中没有说明的哪一项都不符，或与几项相符的，不判断",
    en: "Not judged where the amount is that of no item left untold, or of several",
  },
  *judge(context) {
    for (const { figure, named, meant } of context.misnamed ?? misnamedItems(context)) {
      const place = placeOf(figure.source);
      yield {
        outcome: "violated",
        message: {
          zh: `${place.zh}把“${meant.name}”（${printed(figure)}）写成了“${named.name}”：表中“${named.name}”为${printed(named.figure)}，已另行说明；${printed(meant.figure)}是“${meant.name}”，说明没有提到`,
          en: `${place.en} calls “${meant.name}” (${printed(figure)}) “${named.name}”: in the table that is ${printed(named.figure)} and told elsewhere, while “${meant.name}” is told nowhere`,
        },
        stated: named.name,
        expected: meant.name,
        figures: [figure.id],
        sources: [figure.source, meant.figure.source],
        culprits: [{ source: figure.source, expected: meant.name }],
        suggestion: { zh: `科目名称改为“${meant.name}”`, en: `Call it “${meant.name}”` },
        key: `${named.code} ${meant.code}`,
      };
    }
  },
};

export const EXAMPLES: RelationExamples = () => ({
  [MISNAMED.id]: [
    { text: ITEMS("博物馆"), fiscalYear: 2024, holds: true },
    {
      text: ITEMS("图书馆"),
      fiscalYear: 2024,
      holds: false,
      message: "把“博物馆”（181.63万元）写成了“图书馆”",
    },
  ],
});
