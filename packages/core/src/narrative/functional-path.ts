import type { Reading } from "./state.ts";

// 支出功能分类: the account that a path of names (类 / 款 / 项), or the end of one, makes the subject.

export function onPath(r: Reading, names: readonly string[], from: number, end: number): void {
  let full = names;
  let code: string | undefined;
  if (from === 0) {
    r.className = names[0];
    if (names[0] !== undefined) r.classNames.add(names[0]);
    r.groupName = names[1];
  } else if (from === 1 && r.className !== undefined) {
    r.groupName = names[0];
    const known = classesOf(r)
      .map((name) => [name, ...names])
      .find((path) => codeOf(r, path) !== undefined);
    full = known ?? [r.className, ...names];
    // 5.国有资本经营预算支出13.26万元，具体包括：…（款）…（项）: of a class that is called like the fund, the one item of that name.
    if (known === undefined && names.length === 2) code = r.context.resolver.item?.(names[1]!);
  } else if (from === 2 && r.className !== undefined && r.groupName !== undefined) {
    full = [r.className, r.groupName, ...names];
  } else if (from === 2 && r.className !== undefined && codeOf(r, names) === undefined) {
    // 1.一般公共服务支出（类）…，其中：事业运行（项）190万元: the item of that name in the class, which another class may have too.
    full = [r.className, ...names];
  } else if (from === 2 && r.className !== undefined) {
    // （一）社会保障和就业支出（类）…⏎1.机关事业单位基本养老保险缴费支出（项）, with no group between.
    const ofClass = [r.className, ...names];
    if (codeOf(r, ofClass) !== undefined) full = ofClass;
  }
  // …社会保障和就业支出220万元。住房公积金（项）200万元: of another class than the one named last.
  if (from === 2 && codeOf(r, full) === undefined) code = r.context.resolver.item?.(names[0]!);
  setFunctional(r, full, code ?? codeBehind(r, full, end));
  r.nameEnd = end;
  r.inReason = false;
  r.inUse = false;
}

/**
 * 10.…自然资源规划及管理（项）2200108, where that name was told before as the item that it is: of name and code it is the name that
 * was copied from another entry, and the amounts are those of the code.
 */
function codeBehind(r: Reading, names: readonly string[], end: number): string | undefined {
  const [, printed] = /^（?(2\d{6})(?!\d)/.exec(r.view.text.slice(end, end + 10)) ?? [];
  if (printed === undefined || names.length !== 3) return undefined;
  const named = codeOf(r, names);
  const isCopied =
    named !== undefined &&
    named !== printed &&
    named.slice(0, 5) === printed.slice(0, 5) &&
    r.figures.some(({ dimensions }) => dimensions.functional === named);
  return isCopied ? printed : undefined;
}

/** The class that a group belongs to: the one told last, or another of the passage: 基础研究（款） after a list that ends in 住房保障支出. */
function classesOf(r: Reading): readonly string[] {
  return [r.className!, ...[...r.classNames].reverse()];
}

export function setFunctional(r: Reading, names: readonly string[], code?: string): void {
  const { base } = r;
  const fund =
    (base?.dimensions.fund === "appropriation" ? r.fund : undefined) ??
    base?.dimensions.fund ??
    r.head?.dimensions.fund;
  // 其他国有土地使用权出让收入安排的支出（项）, with no class named: the one item of that name.
  const alone = names.length === 1 && code === undefined ? r.context.resolver.item?.(names[0]!) : undefined;
  const functional = code ?? codeOf(r, names) ?? alone ?? pathOf(r, names);
  // 本年收入…其中：财政拨款100万元。其中：教育（类）96万元: what came in for the class, as 收入决算表 tells it.
  const cameIn = base?.concept === "revenue" && r.head?.concept === "revenue" ? r.head : undefined;
  const source = cameIn?.dimensions.source;
  r.subject = {
    concept: cameIn ? "revenue" : "expenditure",
    dimensions: { ...(fund ? { fund } : {}), ...(source ? { source } : {}), functional },
  };
  r.cue = undefined;
  r.completion = undefined;
}

const OTHER_OF_CLASS = /^其他(?!支出$).{2}/;

/** The code of a path; a class may be printed without the 支出 that its name ends in: 教育（类）. */
export function codeOf(r: Reading, names: readonly string[]): string | undefined {
  const { functional } = r.context.resolver;
  const [first, ...rest] = names;
  // 其他社会保障和就业支出 is a part of the class that it is nearly called as.
  if (rest.length === 0 && OTHER_OF_CLASS.test(first!)) return undefined;
  return functional(names) ?? (first!.endsWith("支出") ? undefined : functional([`${first!}支出`, ...rest]));
}

/** An item under a name that no list knows is still one of its class: 208/抚恤/伤残人员. */
function pathOf(r: Reading, names: readonly string[]): string {
  const [first, ...rest] = names;
  const code = rest.length === 0 ? undefined : codeOf(r, [first!]);
  return [code ?? first, ...rest].join("/");
}
