import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { Rule } from "./content.ts";
import { around, type Rectangle } from "./geometry.ts";

/** Two strokes nearer than this are one line drawn twice. */
const SAME_LINE = 1.6;
/** Pieces of a line may be this far apart; dashes, which are short, further. */
const GAP = 2.6;
const DASH = 7;
const DASH_GAP = 5;
/** What remains shorter than this parts nothing. */
const SHORTEST = 4;
/** Lines meet when their ends are this near. */
export const TOUCH = 3;

export interface RuleGroup {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** Joins the pieces that lines are drawn in: cell by cell, dash by dash, stroke over stroke. */
export function mergeRules(rules: readonly Rule[]): RuleGroup {
  const merged = { horizontal: merge(rules, true), vertical: merge(rules, false) };
  if (merged.horizontal.length * merged.vertical.length > LIMITS.ruleCrossings)
    throw tooLarge("一页上的表格线过多", "too many table lines on one page");
  return merged;
}

function merge(rules: readonly Rule[], horizontal: boolean): Rule[] {
  const chosen = rules.filter((rule) => rule.horizontal === horizontal).sort((one, other) => one.at - other.at);
  const merged: Rule[] = [];
  for (let from = 0; from < chosen.length;) {
    let to = from + 1;
    // Not from neighbour to neighbour without end: hatching is not one line.
    while (to < chosen.length && chosen[to]!.at - chosen[from]!.at <= SAME_LINE) to++;
    const band = chosen.slice(from, to).sort((one, other) => one.from - other.from);
    const at = weightedPlace(band);
    let open = { horizontal, at, from: band[0]!.from, to: band[0]!.to };
    for (const rule of band.slice(1)) {
      const dashes = Math.min(rule.to - rule.from, open.to - open.from) < DASH;
      if (rule.from - open.to <= (dashes ? DASH_GAP : GAP)) open.to = Math.max(open.to, rule.to);
      else {
        merged.push(open);
        open = { horizontal, at, from: rule.from, to: rule.to };
      }
    }
    merged.push(open);
    from = to;
  }
  return merged.filter((rule) => rule.to - rule.from >= SHORTEST);
}

function weightedPlace(band: readonly Rule[]): number {
  let sum = 0;
  let length = 0;
  for (const rule of band) {
    sum += rule.at * (rule.to - rule.from);
    length += rule.to - rule.from;
  }
  return length > 0 ? sum / length : band[0]!.at;
}

/** Lines that hang together, each group by itself: a table, a frame, an axis. */
export function groupsOf({ horizontal, vertical }: RuleGroup): RuleGroup[] {
  const parents = [...horizontal, ...vertical].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    for (let at = index; at !== root;) [at, parents[at]] = [parents[at]!, root];
    return root;
  };
  for (const [index, across] of horizontal.entries())
    for (const [other, down] of vertical.entries())
      if (
        down.at >= across.from - TOUCH &&
        down.at <= across.to + TOUCH &&
        across.at >= down.from - TOUCH &&
        across.at <= down.to + TOUCH
      )
        parents[rootOf(index)] = rootOf(horizontal.length + other);
  const groups = new Map<number, { horizontal: Rule[]; vertical: Rule[] }>();
  const groupAt = (index: number) => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [index, rule] of horizontal.entries()) groupAt(index).horizontal.push(rule);
  for (const [index, rule] of vertical.entries()) groupAt(horizontal.length + index).vertical.push(rule);
  return withStrays([...groups.values()]);
}

/** Shorter lines that touch no other are underlines and ticks. */
const STRAY = 30;

/** A line inside a table that stops short of the others is a line of that table. */
function withStrays(groups: { horizontal: Rule[]; vertical: Rule[] }[]): RuleGroup[] {
  const whole = groups
    .filter(({ horizontal, vertical }) => horizontal.length > 0 && vertical.length > 0)
    .map((group) => ({ group, box: boxOfRules(group) }));
  return groups.filter((group) => {
    if (group.horizontal.length > 0 && group.vertical.length > 0) return true;
    const [rule, ...more] = [...group.horizontal, ...group.vertical];
    if (!rule || more.length > 0 || rule.to - rule.from < STRAY) return true;
    const owner = whole.find(({ box }) =>
      rule.horizontal
        ? rule.at > box.top && rule.at < box.bottom && rule.from >= box.left - TOUCH && rule.to <= box.right + TOUCH
        : rule.at > box.left && rule.at < box.right && rule.from >= box.top - TOUCH && rule.to <= box.bottom + TOUCH,
    );
    if (owner) (rule.horizontal ? owner.group.horizontal : owner.group.vertical).push(rule);
    return owner === undefined;
  });
}

export function boxOfRules({ horizontal, vertical }: RuleGroup): Rectangle {
  return around([
    ...horizontal.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at })),
    ...vertical.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to })),
  ]);
}
