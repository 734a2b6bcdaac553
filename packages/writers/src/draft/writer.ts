import {
  nameOfKey,
  stretchesOf,
  type Compare,
  type Condition,
  type Each,
  type ListOf,
  type StatementSet,
  type Wording,
} from "@juesuan/core";
import { withDimensions, type Book } from "./book.ts";
import { textRun, type Gap, type Run } from "./document.ts";
import { forcedShares, percentOf } from "./rates.ts";
import type { Answer, Reception } from "./texts.ts";
import { printed, valueOf, type Value } from "./value.ts";

/** The entry of a list that is being written. */
export interface Item {
  readonly name: string;
  readonly key: string;
  readonly code?: string;
  readonly number: number;
  readonly path?: string;
  readonly value?: Value;
  /** Its share where all shares of the list are forced to 100%. */
  readonly share?: string;
}

/** The comparison that is being written. */
interface Comparison {
  readonly key: string;
  readonly stage?: string;
  readonly now: Value | undefined;
  readonly before: Value | undefined;
}

export interface WriterOptions {
  readonly department: string;
  readonly fiscalYear: number;
  readonly statements: StatementSet;
  readonly book: Book;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly receptions: readonly Reception[];
  /** The names of a functional code, class first. */
  readonly namesOf: (code: string) => readonly string[];
  /** The names of the economic items that basic expenditure of a group was spent on. */
  readonly economicNames: (group: string) => readonly string[];
  /** `forced`: shares of one list add up to exactly 100% (largest remainder); `each`: every share is rounded by itself. */
  readonly shares: "each" | "forced";
}

/** Turns declared wordings into runs, and notes what is missing for them. */
export class Writer {
  private readonly options: WriterOptions;
  readonly gaps = new Map<string, Gap>();
  /** The title of the section that is being written. */
  section = "";

  constructor(options: WriterOptions) {
    this.options = options;
  }

  /** A wording as one paragraph. */
  write(wording: Wording, item?: Item, comparison?: Comparison): Run[] {
    const pieces = typeof wording === "string" ? [wording] : wording;
    return joined(
      pieces.flatMap((piece): Run[] => {
        if (typeof piece === "string") return this.slots(piece, item, comparison);
        if (Array.isArray(piece)) return this.write(piece, item, comparison);
        if ("each" in piece) return this.each(piece as Each);
        if ("compare" in piece) return this.compare(piece as Compare, item);
        const choice = piece as Exclude<typeof piece, readonly unknown[] | Each | Compare>;
        if (this.holds(choice.when, item)) return this.write(choice.say, item, comparison);
        return choice.otherwise === undefined ? [] : this.write(choice.otherwise, item, comparison);
      }),
    );
  }

  /** The paragraphs of a wording that is a single question; undefined where it is none. */
  answered(wording: Wording): readonly (readonly Run[])[] | undefined {
    const id = typeof wording === "string" ? /^\{ask ([^{}]+)\}$/.exec(wording)?.[1] : undefined;
    if (id === undefined) return undefined;
    return this.options.answers.get(id) ?? [[this.missing(id, "text")]];
  }

  /** What is not known counts as something: the words that need it are written, with what is missing in their place. */
  holds(condition: Condition, item?: Item): boolean {
    const { book, answers, receptions } = this.options;
    if ("known" in condition) return book.get(fill(condition.known, item)) !== undefined;
    if ("some" in condition) return book.get(fill(condition.some, item))?.ticks !== 0;
    if ("none" in condition) return book.get(fill(condition.none, item))?.ticks === 0;
    if ("answered" in condition)
      return condition.answered === "receptions" ? receptions.length > 0 : answers.has(condition.answered);
    const key = fill(condition.budgeted, item);
    const budget = this.budgetOf(key);
    if (budget) return budget.ticks > 0;
    return book.get(key)?.ticks !== 0;
  }

  /** The entries of a list that are something, or may be, in order. */
  items(list: ListOf): Item[] {
    const { book, namesOf, receptions, shares, statements } = this.options;
    const numbered = (number: number): number => number + 1;
    if ("receptions" in list)
      return receptions.map(({ text, amount }, index) => ({
        name: text,
        key: `three-public{item=reception-entry,ordinal=${index + 1}}`,
        number: numbered(index),
        ...optional("value", valueOf(figureOf(amount))),
      }));
    const all: Omit<Item, "number">[] =
      "entries" in list
        ? list.entries
            .filter(({ key, always }) => always === true || book.get(key)?.ticks !== 0)
            .map(({ name, key }) => ({ name, key }))
        : this.codesOf(list).map(({ code, key }) => ({
            name: namesOf(code).at(-1) ?? code,
            key,
            code,
            path: pathOf(namesOf(code)),
          }));
    const whole = "whole" in list && list.whole !== undefined ? book.get(list.whole)?.ticks : undefined;
    const forced =
      shares === "forced" && whole !== undefined
        ? forcedShares(
            all.map(({ key }) => book.get(key)?.ticks ?? 0),
            whole,
            statements.rateDecimals,
          )
        : undefined;
    return all.map((entry, index) => ({
      ...entry,
      number: numbered(index),
      ...(forced?.[index] === undefined ? {} : { share: forced[index] }),
    }));
  }

  private codesOf(list: { readonly classes: string } | { readonly items: string }): { code: string; key: string }[] {
    const { book } = this.options;
    const [fund, length] = "classes" in list ? [list.classes, 3] : [list.items, 7];
    return book.codes
      .filter((code) => code.length === length)
      .map((code) => ({ code, key: `expenditure{fund=${fund},functional=${code}}` }))
      .filter(({ key }) => (book.get(key)?.ticks ?? 0) !== 0);
  }

  private each({ each, text, join }: Each): Run[] {
    return this.items(each).flatMap((item, index) => [
      ...(index === 0 ? [] : [textRun(join)]),
      ...this.write(text, item),
    ]);
  }

  private compare(piece: Compare, item: Item | undefined): Run[] {
    const { book, statements, answers } = this.options;
    const key = fill(piece.compare, item);
    const now = book.get(key);
    const isBudget = piece.against === "budget";
    const before = isBudget ? this.budgetOf(key) : book.previous(key);
    const comparison: Comparison = { key, now, before, ...(isBudget ? { stage: statements.stage } : {}) };
    if (now && before && now.ticks === before.ticks) return this.write(piece.same, item, comparison);
    // All that the comparison lacks is asked for at once, whichever of it the words name first.
    if (!now) this.missing(key, "figure");
    if (!before) this.missing(otherSideOf(comparison), "figure");
    const runs = this.write(piece.changed, item, comparison);
    if (piece.because === undefined) return runs;
    const reason = `${isBudget ? "difference" : "reason"}:${key}`;
    const owed = !now || !before || isOwed(now.ticks, before.ticks, statements.reasonFrom);
    return owed || answers.has(reason) ? [...runs, ...this.write(piece.because, item, comparison)] : runs;
  }

  private slots(text: string, item: Item | undefined, comparison: Comparison | undefined): Run[] {
    return stretchesOf(text).flatMap((stretch) =>
      typeof stretch === "string"
        ? [textRun(stretch)]
        : this.slot(stretch.verb, fill(stretch.argument, item), item, comparison),
    );
  }

  private slot(verb: string, argument: string, item: Item | undefined, comparison: Comparison | undefined): Run[] {
    const { department, fiscalYear, statements, economicNames, book } = this.options;
    switch (verb) {
      case "year":
        return [textRun(String(fiscalYear))];
      case "last":
        return [textRun(String(fiscalYear - 1))];
      case "department":
        return [textRun(department)];
      case "name":
        return [textRun(item?.name ?? "")];
      case "path":
        return [textRun(item?.path ?? "")];
      case "number":
        return [textRun(`${item?.number ?? ""}${item?.value ? "" : statements.itemMark}`)];
      case "is":
        return [
          this.figure(argument, item?.key === argument ? (item.value ?? book.get(argument)) : book.get(argument)),
        ];
      case "share": {
        const [part = "", whole = ""] = argument.split(" of ");
        return [this.share(part, whole, item?.key === part ? item.share : undefined)];
      }
      case "completion":
        return [this.completion(argument)];
      case "ask":
        return this.ask(argument);
      case "names": {
        const names = economicNames(argument);
        return names.length === 0 ? [this.missing(`names:${argument}`, "text")] : [textRun(names.join("、"))];
      }
      case "reason":
        return this.ask(`${comparison?.stage === undefined ? "reason" : "difference"}:${comparison?.key ?? ""}`);
      default:
        return this.comparisonSlot(verb, comparison!);
    }
  }

  /** 增加…万元，增长…%, or one word or figure of it. */
  private comparisonSlot(verb: string, comparison: Comparison): Run[] {
    const { key, now, before, stage } = comparison;
    if (!now) return [this.missing(key, "figure")];
    if (!before) return [this.missing(otherSideOf(comparison), "figure")];
    const up = now.ticks > before.ticks;
    const direction = up ? ("increase" as const) : ("decrease" as const);
    const staged = stage === undefined ? {} : { stage: stage as "budget" };
    const difference = (): Run => {
      const decimals = Math.max(now.decimals, before.decimals);
      return {
        kind: "figure",
        text: printed({ ticks: Math.abs(now.ticks - before.ticks), decimals, unit: now.unit }),
        key: withDimensions(key, { ...staged, measure: "change" }),
        unit: now.unit,
        direction,
      };
    };
    const growth = (): Run => ({
      kind: "figure",
      text: percentOf(now.ticks - before.ticks, before.ticks, this.options.statements.rateDecimals),
      key: withDimensions(key, { ...staged, measure: "growth" }),
      unit: "percent",
      direction,
    });
    switch (verb) {
      case "up":
        return [textRun(up ? "增加" : "减少")];
      case "rise":
        return [textRun(up ? "增长" : "下降")];
      case "than":
        return [textRun(up ? "大于" : "小于")];
      case "difference":
        return [difference()];
      case "growth":
        return [growth()];
      case "change": {
        const runs = [textRun(up ? "增加" : "减少"), difference(), textRun("万元")];
        // Growth from nothing has no rate.
        return before.ticks === 0 ? runs : [...runs, textRun(up ? "，增长" : "，下降"), growth(), textRun("%")];
      }
      default:
        throw new RangeError(`no slot is called ${verb}`);
    }
  }

  private figure(key: string, value: Value | undefined): Run {
    if (!value) return this.missing(key, "figure");
    return { kind: "figure", text: printed(value), key, unit: value.unit };
  }

  private share(part: string, whole: string, forced: string | undefined): Run {
    const { book, statements } = this.options;
    const [a, b] = [book.get(part), book.get(whole)];
    if (!a || !b) return this.missing(a ? whole : part, "figure");
    return {
      kind: "figure",
      text: forced ?? (b.ticks === 0 ? "0" : trimmed(percentOf(a.ticks, b.ticks, statements.rateDecimals))),
      key: withDimensions(part, { measure: "share", of: whole }),
      unit: "percent",
    };
  }

  private completion(key: string): Run {
    const { book, statements } = this.options;
    const final = book.get(key);
    const budget = this.budgetOf(key);
    const of = withDimensions(key, { stage: statements.stage, measure: "completion" });
    if (final && budget && budget.ticks > 0)
      return {
        kind: "figure",
        text: trimmed(percentOf(final.ticks, budget.ticks, statements.rateDecimals)),
        key: of,
        unit: "percent",
      };
    const stated = book.completion(key);
    if (stated) return { kind: "figure", text: printed(stated), key: of, unit: "percent" };
    return this.missing(withDimensions(key, { stage: statements.stage }), "figure");
  }

  private budgetOf(key: string): Value | undefined {
    return this.options.book.get(withDimensions(key, { stage: this.options.statements.stage }));
  }

  /** Words of an answer within a sentence. */
  private ask(id: string): Run[] {
    const answer = this.options.answers.get(id);
    return answer ? answer.flatMap((runs) => [...runs]) : [this.missing(id, "text")];
  }

  missing(id: string, kind: Gap["kind"]): Run {
    const label = this.labelOf(id);
    if (!this.gaps.has(id)) this.gaps.set(id, { id, kind, label, section: this.section });
    return { kind: "gap", text: `【待填：${label}】`, id };
  }

  /** What a gap asks for, in Chinese. */
  labelOf(id: string): string {
    if (WORDS[id] !== undefined) return WORDS[id];
    const [, kind, key] = /^(reason|difference|use):(.+)$/.exec(id) ?? [];
    const name = nameOfKey(key ?? id).zh.replace(/[“]?(\d{7})[”]?(支出)?/, (_match, code: string, noun = "") => {
      const item = this.options.namesOf(code).at(-1) ?? code;
      return `“${item}”${item.endsWith("支出") ? "" : noun}`;
    });
    if (kind === "reason") return `${name}增减变化的主要原因`;
    if (kind === "difference") return `${name}与预算差异的主要原因`;
    return kind === "use" ? `${name}的主要用途` : name;
  }
}

/** `@` is the entry's key and `*` its code. */
function fill(text: string, item: Item | undefined): string {
  return item ? text.replaceAll("@", item.key).replaceAll("*", item.code ?? "") : text;
}

function pathOf(names: readonly string[]): string {
  return names.map((name, level) => `${name}（${["类", "款", "项"][level]}）`).join("");
}

/** The key of what a quantity is compared with. */
function otherSideOf({ key, stage }: Comparison): string {
  return withDimensions(key, stage === undefined ? { period: "previous" } : { stage: stage as "budget" });
}

function isOwed(now: number, before: number, percent: number): boolean {
  return before === 0 || Math.abs(now - before) * 100 >= percent * Math.abs(before);
}

/** 100.00% is 100%. */
function trimmed(percent: string): string {
  return /^100\.0+$/.test(percent) ? "100" : percent;
}

function figureOf(text: string): Parameters<typeof valueOf>[0] {
  const value = text.replaceAll(",", "");
  return { value, decimals: value.split(".")[1]?.length ?? 0, unit: "ten-thousand-yuan" };
}

function optional<K extends string, T>(name: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, T>);
}

/** Neighbouring words are one run. */
function joined(runs: readonly Run[]): Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (run.kind === "text" && last?.kind === "text") found[found.length - 1] = textRun(last.text + run.text);
    else if (run.text !== "") found.push(run);
  }
  return found;
}

const WORDS: Readonly<Record<string, string>> = {
  responsibilities: "部门职责",
  institutions: "机构设置和决算单位构成",
  performance: "预算绩效管理情况",
  annex: "附件（绩效评价报告等）",
  "names:personnel": "人员经费包括的经济分类科目",
  "names:public": "公用经费包括的经济分类科目",
};
