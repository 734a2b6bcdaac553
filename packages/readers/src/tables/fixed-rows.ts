import type { Cell, FixedRow, FixedRows } from "@juesuan/core";
import type { MatchedRow, PrintedRow } from "./printed-rows.ts";
import { labelWord, likeness } from "./words.ts";

/** An amount with its unit at the end of a label. */
const INLINE = /^(.*[^\d.,，．\s])[\s:：]*[\d,，]+(?:[.．]\d+)?\s*(?:亿元|万元|元|%)$/;

/** （一）支出合计（万元）: rows of money and rows of counts under one another say what each is in. */
export const UNIT_OF_ROW = /[（(](亿元|万元|千元|元)[）)]$/;

/** 国内公务接待批次（批次）: forms differ in what they say that they count in. */
const COUNTED_IN = /[（(](?:个|批|批次|次|人|人次|辆|台)[）)]$/;

/** Of so many characters a label may be the beginning of a longer one. */
const LEAST_CUT = 6;

/** Reads lines that the form prints, by their labels, and projects under labels of their own where it says so. */
export class FixedReader {
  private readonly used = new Set<FixedRow>();
  private last = -1;
  private readonly declared: readonly {
    readonly row: FixedRow;
    readonly own: string;
    readonly aliases: readonly string[];
  }[];
  private readonly printed: readonly PrintedRow[];
  private readonly byIndex: ReadonlyMap<number, PrintedRow>;
  /** Labels that the block prints, and how often: where a row stands under its own name, no other row takes it by an alias. */
  private readonly labels: ReadonlyMap<string, number>;

  private readonly names = new Map<string, number>();
  private readonly axis: FixedRows;

  constructor(axis: FixedRows, printed: readonly PrintedRow[]) {
    this.axis = axis;
    this.declared = axis.rows.map((row) => ({
      row,
      own: labelWord(row.label),
      aliases: (row.aliases ?? []).map(labelWord),
    }));
    this.printed = printed;
    // The first of each index.
    this.byIndex = new Map(printed.toReversed().map((row) => [row.index, row]));
    const labels = new Map<string, number>();
    for (const { name, codes } of printed) {
      const text = name === "" ? codes.join("") : name;
      for (const label of new Set([labelWord(text), labelWord(text.replace(UNIT_OF_ROW, ""))]))
        labels.set(label, (labels.get(label) ?? 0) + 1);
    }
    this.labels = labels;
  }

  read(): MatchedRow[] {
    const rows: MatchedRow[] = [];
    for (const { index, codes, name, cells, hasFigures, isBlank } of this.printed) {
      const text = name === "" ? codes.join("") : name;
      const label = labelWord(text);
      if (label === "") {
        if (hasFigures) rows.push({ index, label: "", level: "line", cells, known: false });
        continue;
      }
      const inline = hasFigures ? null : INLINE.exec(text);
      const at =
        this.find(inline ? labelWord(inline[1]!) : label) ??
        this.findWithoutUnit(text) ??
        (hasFigures ? this.findCut(label) : undefined);
      if (at !== undefined) {
        const fixed = this.declared[at]!.row;
        this.used.add(fixed);
        this.last = at;
        const written = inline ? cells.at(-1) : undefined;
        rows.push({
          index,
          label: text,
          fixed,
          level: "line",
          cells,
          known: true,
          ...(written ? { inline: written } : {}),
        });
        continue;
      }
      const above = rows.at(-1);
      if (above && this.wasBlank(above) && hasFigures && this.complete(rows, above, text, cells, index)) continue;
      if (this.axis.others && above?.part !== undefined && isBlank) {
        // The name of a project that goes on in the next line.
        rows[rows.length - 1] = {
          ...above,
          label: above.label + text,
          part: above.part + text,
          cells: [...above.cells, ...cells],
        };
        continue;
      }
      if (above && isBlank && this.complete(rows, above, text, cells)) continue;
      if (this.axis.others && hasFigures) {
        rows.push({ index, label: text, part: this.nameOf(text), level: "line", cells, known: true });
        continue;
      }
      rows.push({ index, label: text, level: "line", cells, known: false });
    }
    return rows;
  }

  /** Two projects of one name are two: 公用经费补助 of one unit, and of another. */
  private nameOf(text: string): string {
    const name = text.replace(/\s/g, "");
    const met = (this.names.get(name) ?? 0) + 1;
    this.names.set(name, met);
    return met === 1 ? name : `${name}（${met}）`;
  }

  /** Whether a row printed nothing beside its label. */
  private wasBlank({ index }: MatchedRow): boolean {
    return this.byIndex.get(index)?.isBlank ?? false;
  }

  /** A label that goes on in the next line, which may be the one with the amounts: 本年收 over 入合计 where a page ends between. */
  private complete(
    rows: MatchedRow[],
    above: MatchedRow,
    text: string,
    cells: readonly Cell[],
    index = above.index,
  ): boolean {
    const label = above.label + text;
    const word = labelWord(label);
    const own = this.declared.find(({ row }) => row === above.fixed);
    if (own && (own.own === word || own.aliases.includes(word))) {
      rows[rows.length - 1] = { ...above, index, label, cells: [...above.cells, ...cells] };
      return true;
    }
    const at = above.known ? undefined : this.find(word);
    if (at === undefined) return false;
    const fixed = this.declared[at]!.row;
    this.used.add(fixed);
    this.last = at;
    rows[rows.length - 1] = { ...above, index, label, fixed, cells: [...above.cells, ...cells], known: true };
    return true;
  }

  private findWithoutUnit(text: string): number | undefined {
    const bare = text.replace(UNIT_OF_ROW, "").replace(COUNTED_IN, "");
    return bare === text ? undefined : this.find(labelWord(bare));
  }

  /** Labels recur (the three funds under 年初结转): the next of its name after the last row met comes first. */
  private find(label: string): number | undefined {
    const free = [...this.declared.entries()].filter(([, { row }]) => !this.used.has(row));
    const exact = free.filter(([, { own }]) => own === label);
    const known =
      exact.length > 0
        ? exact
        : free.filter(([, { own, aliases }]) => aliases.includes(label) && !this.isNamedElsewhere(own));
    if (known.length > 0) return (known.find(([at]) => at > this.last) ?? known[0]!)[0];
    let best: { at: number; alike: number } | undefined;
    for (const [at, { own, aliases }] of free) {
      if (this.labels.has(own)) continue;
      for (const name of [own, ...aliases]) {
        const alike = likeness(label, name);
        if (alike >= 0.85 && (!best || alike > best.alike)) best = { at, alike };
      }
    }
    return best?.at;
  }

  /**
   * Whether every row of a name is printed by that name. 一、一般公共预算财政拨款收入 may stand above where 一般公共预算财政拨款 under 年初结转
   * is printed once: the form has two rows of it.
   */
  private isNamedElsewhere(name: string): boolean {
    return (this.labels.get(name) ?? 0) >= this.declared.filter(({ own }) => own === name).length;
  }

  /** A label that the edge of its cell cuts, 其中：政府性基金预算: the one name that begins so, and the next row of that name. */
  private findCut(label: string): number | undefined {
    if (label.length < LEAST_CUT) return undefined;
    const begun = [...this.declared.entries()].flatMap(([at, { row, own, aliases }]) => {
      const isFree = !this.used.has(row) && !this.labels.has(own);
      return isFree && [own, ...aliases].some((name) => name.startsWith(label)) ? [at] : [];
    });
    const names = new Set(begun.map((at) => this.declared[at]!.own));
    return names.size === 1 ? begun.find((at) => at > this.last) : undefined;
  }
}
