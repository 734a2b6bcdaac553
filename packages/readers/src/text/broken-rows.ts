import { TABLES } from "@juesuan/core";
import { labelWord } from "../tables/words.ts";
import type { Group, SpacedRow, Word } from "./spaced-rows.ts";

// A name too long for its column breaks over lines, and a text copied from the page has the amounts of the row behind
// the last of them: 2080505 机关事业单位基本养老保险缴 | 费支出 139.31 139.31.

const NUMERAL = /^[一二三四五六七八九十]{1,3}、\S/;

/** The labels of rows that the forms print, and so no ends of names. */
const LABELS: ReadonlySet<string> = new Set([
  "合计",
  "总计",
  ...TABLES.flatMap(({ blocks, variants = [] }) => [...blocks, ...variants.flat()]).flatMap(({ rows }) =>
    rows.kind === "single"
      ? []
      : (rows.rows ?? []).flatMap(({ label, aliases = [] }) => [label, ...aliases].map(labelWord)),
  ),
]);

/** Words of one name, and labels side by side in one row: more of either is no row of a table. */
const MOST_WORDS = 30;
const MOST_GROUPS = 12;

/** Whether a row ends with a label that is told by its code or its numeral and has no amount yet. */
function openGroup(row: SpacedRow | undefined): Group | undefined {
  const last = row?.groups.at(-1);
  if (!last || last.amounts.length > 0 || last.line || last.names.length > MOST_WORDS) return undefined;
  return last.codes.some(({ text }) => text.length > 2) || (last.names[0] && NUMERAL.test(last.names[0].text))
    ? last
    : undefined;
}

/** The end of a name, as far as words tell. */
export function isRestOfName(names: readonly Word[]): boolean {
  return (
    names.every(({ text }) => /^[^\d.,]+$/.test(text)) &&
    !names.some(({ text }) => NUMERAL.test(text)) &&
    !LABELS.has(labelWord(names.map(({ text }) => text).join("")))
  );
}

/** The row with what the next line has of it; nothing where that is none of it. */
export function continued(row: SpacedRow | undefined, next: readonly Group[]): SpacedRow | undefined {
  const open = openGroup(row);
  const [rest, ...others] = next;
  if (!open || !rest || rest.codes.length > 0 || !isRestOfName(rest.names)) return undefined;
  // Without its own name an amount alone may be any row's.
  if (rest.names.length === 0 && (others.length > 0 || rest.amounts.length !== 1)) return undefined;
  const { codes } = open;
  const line = rest.line ? { line: rest.line } : {};
  const joined: Group = { codes, names: [...open.names, ...rest.names], ...line, amounts: rest.amounts };
  return { groups: [...row!.groups.slice(0, -1), joined, ...others] };
}

/** The row whose labels the words of the next line end, all of them: 三、国有资本经营预算财政拨款收 | 入. */
export function completed({ groups }: SpacedRow, words: readonly Word[]): SpacedRow | undefined {
  if (words.length > MOST_WORDS || groups.length > MOST_GROUPS) return undefined;
  const rest = [...words];
  const whole = groups.map((group) => {
    const at = rest.findIndex((word) => isCompletedBy(group, word));
    return at < 0 ? group : { ...group, names: [...group.names, ...rest.splice(at, 1)] };
  });
  return rest.length === 0 ? { groups: whole } : undefined;
}

function isCompletedBy({ names }: Group, word: Word): boolean {
  const begun = names.map(({ text }) => text).join("");
  // 中央政法转移支付资金（办 | 案业务费）
  if (begun.lastIndexOf("（") > begun.lastIndexOf("）") && /^[^（\d]+）$/.test(word.text)) return true;
  return begun !== "" && !LABELS.has(labelWord(begun)) && LABELS.has(labelWord(begun + word.text));
}
