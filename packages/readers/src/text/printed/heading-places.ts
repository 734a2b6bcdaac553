import type { TableColumn } from "@juesuan/core";
import type { Body, HeadingWord, Range } from "./grid-columns.ts";
import type { NamedColumn, NamedSide } from "./named-sides.ts";

// Where the headings stand over the columns, and which of them each column of amounts is right below.

/** How much nearer a heading must be than the next. */
const NEARER = 0.7;
/** Lines that are filled push each other aside by some characters: so near, and so far, no heading is another's. */
const NEAR = 4;
const FAR = 10;

/** Where the heading of each column stands: above its number, where columns are counted, or by its words. */
export function placesOf(columns: readonly TableColumn[], heading: readonly HeadingWord[]): readonly HeadingPlace[] {
  const numbers = heading.filter(({ text }) => /^\d{1,2}$/.test(text)).toSorted((one, other) => one.left - other.left);
  if (numbers.length === columns.length && numbers.every(({ text }, index) => text === String(index + 1)))
    return numbers.map((number) => ({ middle: middleOf(number), isPushed: false }));
  const namesOf = ({ heading: words, aliases = [] }: TableColumn): string[] => [words.at(-1) ?? "", ...aliases];
  const own = columns.map((): HeadingWord[] => []);
  for (const word of heading) {
    if (word.text.length < 2) continue;
    const whole = columns.flatMap((column, index) => (namesOf(column).includes(word.text) ? [index] : []));
    const part = columns.flatMap((column, index) =>
      namesOf(column).some((name) => name.includes(word.text)) ? [index] : [],
    );
    const [only, ...others] = whole.length > 0 ? whole : part;
    if (only !== undefined && others.length === 0) own[only]!.push(word);
  }
  const middles = own.map((words) =>
    words.length === 0
      ? undefined
      : middleOf({
          left: words.reduce((least, { left }) => Math.min(least, left), Infinity),
          right: words.reduce((most, { right }) => Math.max(most, right), 0),
        }),
  );
  return middles.map((middle, index) => {
    const [before, after] = [middles[index - 1], middles[index + 1]];
    return {
      middle: middle ?? (before !== undefined && after !== undefined ? (before + after) / 2 : undefined),
      isPushed: own[index]!.some(({ pushed }) => pushed),
    };
  });
}

interface HeadingPlace {
  readonly middle: number | undefined;
  readonly isPushed: boolean;
}

function middleOf({ left, right }: Range): number {
  return (left + right) / 2;
}

/** As many columns as the form has, or each that has amounts under the heading that is clearly nearest. */
export function assigned(
  own: readonly Body[],
  columns: readonly TableColumn[],
  places: readonly HeadingPlace[],
): NamedSide["amounts"] | undefined {
  const filled = own.filter(({ kind }) => kind === "amounts");
  if (filled.length === columns.length) return filled.map((body, index) => ({ body, column: columns[index]! }));
  if (filled.length > columns.length || places.some(({ middle }) => middle === undefined)) return undefined;
  let last = -1;
  const found: NamedColumn[] = [];
  for (const body of filled) {
    const [nearest, next] = places
      .map(({ middle }, index) => ({ distance: Math.abs(middle! - middleOf(body)), index }))
      .sort((one, other) => one.distance - other.distance);
    if (!nearest || nearest.index <= last || (next && nearest.distance > NEARER * next.distance)) return undefined;
    last = nearest.index;
    const isNear = nearest.distance <= NEAR * body.size && (!next || next.distance >= FAR * body.size);
    const under = isNear && !places[nearest.index]!.isPushed;
    found.push({ body, column: columns[last]!, under });
  }
  return found;
}
