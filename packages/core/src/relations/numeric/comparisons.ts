import type { Dimensions } from "../../facts/key.ts";
import type { StatementOf } from "../../facts/disclosure.ts";
import { placeOf } from "../place.ts";
import type { CheckContext, Instance, Relation, RelationExamples } from "../relation.ts";
import { DISCLOSURE_RULES, keyWith, known, nothings, placesOf, statementsOf, term, valueOf } from "./terms.ts";

/** 基本持平 claims nearness, not equality. */
export const NEARLY = /基本|大体|大致|总体/;
/** How far apart amounts may be and still be called nearly equal. */
const NEAR = 0.05;

const BUDGETS: readonly NonNullable<Dimensions["stage"]>[] = ["original-budget", "budget", "adjusted-budget"];

/** The key of what a statement compares with: last year's, or the budget that is printed nearest to the words. */
function baseOf(context: CheckContext, statement: StatementOf<"comparison">): string | undefined {
  const { subject, against, source } = statement;
  if (against === "previous-year") return keyWith(subject, { period: "previous" });
  if (subject.dimensions.stage) return keyWith(subject, {});
  const { stage: named } = statement;
  if (named !== undefined && context.facts.has(keyWith(subject, { stage: named })))
    return keyWith(subject, { stage: named });
  let best: { key: string; distance: number } | undefined;
  for (const stage of BUDGETS) {
    const key = keyWith(subject, { stage });
    for (const figure of context.facts.get(key) ?? []) {
      const far = figure.source.section === source.section ? 0 : 1e9;
      const distance = far + Math.abs(figure.source.start - source.start);
      if (!best || distance < best.distance) best = { key, distance };
    }
    if (!best && nothings(context).has(key)) best = { key, distance: 2e9 };
  }
  return best?.key;
}

function* instances(context: CheckContext): Iterable<Instance> {
  for (const statement of statementsOf(context, "comparison")) {
    const { subject, direction, word, source, figures } = statement;
    const base = baseOf(context, statement);
    // Where the sentence prints the change, the figures themselves carry the direction.
    if (base === undefined || (figures.length > 0 && statement.against === "previous-year")) continue;
    // 较预算增加0万元: the words of the form, where nothing changed.
    if (figures.length > 0 && figures.every((id) => Number(context.figures.get(id)?.value) === 0)) continue;
    if (subject.dimensions.label !== undefined || subject.dimensions.measure !== undefined) continue;
    const current = keyWith(subject, { stage: undefined });
    const now = known(context, current, direction === "increase" ? -1 : 1);
    if (!now) continue;
    const before =
      known(context, base, direction === "increase" ? 1 : -1) ?? term(base, direction === "increase" ? 1 : -1);
    const near = direction === "unchanged" && NEARLY.test(word);
    if (near && isNear(context, current, base)) continue;
    yield {
      relation: DIRECTION.id,
      form: "linear",
      comparator: direction === "unchanged" ? "=" : "<",
      terms: [now, before],
      place: placeOf(source),
      sources: [
        source,
        ...placesOf(
          context,
          [now, before].flatMap(({ key }) => context.facts.get(key)?.[0]?.id ?? []),
        ),
      ],
      words: [{ word, source }],
      ...(near && { severity: "warning" }),
    };
  }
}

function isNear(context: CheckContext, current: string, base: string): boolean {
  const now = valueOf(context, current);
  const before = valueOf(context, base);
  if (now === undefined || before === undefined) return true;
  return Math.abs(now - before) <= NEAR * Math.max(Math.abs(now), Math.abs(before));
}

export const DIRECTION: Relation = {
  id: "narrative.direction",
  title: { zh: "大于、小于、增加、减少、持平与数字相符", en: "Direction words agree with the figures" },
  basis: DISCLOSURE_RULES,
  severity: "error",
  form: "sign",
  purpose: {
    zh: "说决算数大于、小于、等于预算数，或比上年增加、减少、持平，应当与印出的数一致。",
    en: "More, less or equal than the budget, or up, down or unchanged on last year, must be what the figures show.",
  },
  leavesOut: {
    zh: "“基本持平”允许百分之五以内的差别；比较的另一方没有印出也推算不出的，不判定。",
    en: "“Nearly unchanged” allows five per cent; nothing is judged where the other side is neither printed nor implied.",
  },
  instances,
};

export const COMPARISON_RELATIONS: readonly Relation[] = [DIRECTION];

export const EXAMPLES: RelationExamples = () => ({
  [DIRECTION.id]: [
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数小于预算数的主要原因：人员减少。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为1560.05万元，支出决算为1511.89万元。决算数大于预算数的主要原因：人员增加。",
      holds: false,
      message: "大于",
      fiscalYear: 2024,
    },
    {
      text: "五、一般公共预算财政拨款支出决算情况说明\n（三）一般公共预算财政拨款支出决算具体情况\n1.一般公共服务支出（类）财政事务（款）行政运行（项）。年初预算为300.00万元，支出决算为300.00万元。决算数大于预算数的主要原因：人员增加。",
      holds: false,
      message: "同为300.00万元；应为“等于”",
      fiscalYear: 2024,
    },
  ],
});
