import type { CheckContext, Instance, Judgement, Relation, Term } from "@juesuan/core";

/**
 * Every place where relations apply to a document, one a line, as people would write the calculation down:
 *
 *     table.across 表3第1行: 3037.90 expenditure = 1135.67 expenditure{nature=basic} + 空 expenditure{nature=operating}
 *
 * `~` stands before a quantity that is printed elsewhere; what may be left out, in which list, and how mild it is come last.
 */
export function calculations(context: CheckContext, relations: readonly Relation[]): readonly string[] {
  return relations.flatMap((relation) => [
    ...[...(relation.instances?.(context) ?? [])].map((instance) => calculation(instance, context)),
    ...[...(relation.judge?.(context) ?? [])].map((judgement) => `${relation.id} ${judged(judgement)}`),
  ]);
}

function calculation(instance: Instance, context: CheckContext): string {
  const { relation, place, sources, words, open, list, leftOut, severity } = instance;
  const said = (terms: readonly Term[]): string => terms.map((term) => written(term, context)).join(" ");
  const claim =
    instance.form === "linear"
      ? `${said(instance.terms)} ${instance.comparator} 0`
      : `${said([instance.result])} = ${said(instance.numerator)} ÷ ${said(instance.denominator)}`;
  const rest = [
    words?.map(({ word, source }) => `「${word}」@${source.start}`).join(),
    open && `${open.zh}/${open.en}`,
    list && `list ${list}`,
    leftOut && `without ${leftOut}`,
    severity,
    `at ${sources.map(({ start }) => start).join()}`,
  ].filter((one) => one !== undefined);
  return `${relation} ${place.zh}/${place.en}: ${claim}; ${rest.join("; ")}`;
}

function written({ key, figures, coefficient, blank, source }: Term, context: CheckContext): string {
  const printed = figures.map((id) => `#${id} ${context.figures.get(id)?.text ?? "?"}`).join("|");
  const value = blank ? `空${source ? `@${source.start}` : ""} ${printed}` : printed === "" ? "~" : printed;
  const sign = coefficient === 1 ? "+" : coefficient === -1 ? "−" : `${coefficient}×`;
  return `${sign}${value} ${key}`;
}

function judged({ outcome, message, reason, severity, sources, ...rest }: Judgement): string {
  const at = `at ${sources.map(({ start }) => start).join()}`;
  const { stated, expected, figures, suggestion, key, culprits } = rest as Judgement & { readonly key?: string };
  const details = { stated, expected, figures, suggestion, key, culprits: culprits?.map(({ figure }) => figure) };
  return [outcome, message?.zh, message?.en, reason?.zh, reason?.en, severity, at, JSON.stringify(details)]
    .filter((one) => one !== undefined)
    .join("; ");
}
