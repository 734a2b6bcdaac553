import {
  compact,
  firstAtLeast,
  scanNumbers,
  type Passage,
  type ReadDocument,
  type Stretch,
  type UnboundFigure,
} from "@juesuan/core";

type Range = Pick<Stretch, "start" | "end">;

/**
 * Numbers outside every passage and every table: on the cover, in headings, beside tables. They are listed, so that
 * nothing printed is lost. Years, dates, enumerators and references are no figures.
 */
export function leftOver(
  document: ReadDocument,
  passages: readonly Passage[],
  claimed: readonly { readonly start: number; readonly end: number }[],
  nextId: () => number,
): UnboundFigure[] {
  const read = passages.flatMap((passage) => passage.stretches.map(({ start, end }) => ({ start, end })));
  const taken = disjoint([...read, ...claimed]);
  const unbound: UnboundFigure[] = [];
  for (const block of document.blocks) {
    if (block.kind !== "paragraph" || (block.role !== "body" && block.role !== "heading")) continue;
    for (const stretch of without(block, taken)) {
      const view = compact(document.text, [{ ...stretch, hard: false }]);
      for (const number of scanNumbers(view.text)) {
        if (number.role !== "figure") continue;
        // 表1, 公开01表, 附件2: numbers of things, not of money.
        if (/(?:表|附件|附表|公开|财决|第)$/.test(view.text.slice(0, number.start)) || /^\d{1,3}页?$/.test(view.text))
          continue;
        const start = view.offsets[number.start]!;
        const end = view.offsets[number.end - 1]! + 1;
        if (/^(?:19|20)\d{2}$/.test(number.value) && isBrokenYear(document.text, end)) continue;
        if (isMaimedYear(number.value, document.text, end)) continue;
        unbound.push({
          id: nextId(),
          text: document.text.slice(start, end),
          value: number.value,
          decimals: number.decimals,
          unit: number.unit,
          ...(number.classifier === undefined ? {} : { classifier: number.classifier }),
          reason: "在说明和表格之外",
          source: { start, end, text: document.text.slice(start, end), context: view.text.slice(0, 80) },
        });
      }
    }
  }
  return unbound;
}

/** A title may be broken behind the year: …办事处 2025 / 年度部门决算. */
function isBrokenYear(text: string, end: number): boolean {
  return /^\s*年/.test(text.slice(end, end + 8));
}

/** 202年度 in a title: a year that lost a digit is no figure; the relation on years speaks of it. */
function isMaimedYear(value: string, text: string, end: number): boolean {
  return /^2\d{2}$|^20\d{3}$/.test(value) && /^\s*年度/.test(text.slice(end, end + 8));
}

/** The places of some ranges in their order, each once. */
export function disjoint(ranges: readonly Range[]): Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** The stretches of a block that lie outside the ranges; a heading that was split from its body keeps its own part. */
function* without(
  block: { readonly start: number; readonly end: number },
  taken: readonly Range[],
): Generator<{ start: number; end: number }> {
  let at = block.start;
  for (let index = firstAtLeast(taken, at + 1, ({ end }) => end); index < taken.length; index++) {
    const range = taken[index]!;
    if (range.start >= block.end) break;
    if (range.start > at) yield { start: at, end: range.start };
    at = Math.max(at, range.end);
  }
  if (at < block.end) yield { start: at, end: block.end };
}
