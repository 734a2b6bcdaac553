import type { Token } from "./grammar.ts";
import type { Reading } from "./state.ts";

type NameToken = Extract<Token, { type: "name" }>;

/** Before a name: what may be its first half, up to the mark that its own name holds. 在乡复员、退伍军人生活补助. */
const FIRST_HALF =
  /(?:^|[，。；：、\n元%])(?:其中)?(?:（?[\d一二三四五六七八九十]{1,3}[.、）])?([^，。；：、\n\d%]{2,20})[、，]$/;

/** As far as two halves of one name may reach back. */
const FARTHEST = 32;

/**
 * The name of an account that holds a mark of its own (在乡复员、退伍军人生活补助, 环境保护法规、规划及标准), where the words before
 * the mark and those behind it are one name to the tables or to the classification.
 */
export function wholeName<T>(
  { view: { text } }: Reading,
  { name, start, code }: NameToken,
  find: (name: string) => T | undefined,
): T | undefined {
  if (code !== undefined || !/[、，]/.test(text[start - 1] ?? "")) return undefined;
  const half = FIRST_HALF.exec(text.slice(Math.max(0, start - FARTHEST), start))?.[1];
  return half === undefined ? undefined : find(`${half}${text[start - 1]!}${name}`);
}
