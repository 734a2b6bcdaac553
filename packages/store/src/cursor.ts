/** How many a search has found, as its first page counted them. */
export interface Counted {
  readonly total: number;
  /** Whether there are no more. */
  readonly exact: boolean;
}

/** What PostgreSQL takes for an integer. */
const MOST_YEAR = 2 ** 31 - 1;

/** Where a page ends, as an opaque word for the caller: the sort keys of its last row, and what need not be counted again. */
export type Cursor =
  /** Of a list by name. */
  | { readonly order: "name"; readonly year: number; readonly department: string; readonly id: string }
  /** Of a search. */
  | { readonly order: "place"; readonly place: number; readonly counted: Counted }
  /** Of what is new, by the number in which it was recorded; a search says how many it found. */
  | { readonly order: "recent"; readonly number: number; readonly counted?: Counted };

/** Thrown for a cursor that this store did not give. */
export class CursorError extends Error {
  readonly code = "bad-cursor";
  override readonly name = "CursorError";
}

export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify(keysOf(cursor)));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

function keysOf(cursor: Cursor): readonly (string | number | boolean)[] {
  if (cursor.order === "name") return [cursor.year, cursor.department, cursor.id];
  const counted = cursor.counted ? [cursor.counted.total, cursor.counted.exact] : [];
  return cursor.order === "place" ? [cursor.place, ...counted] : ["recent", cursor.number, ...counted];
}

export function decodeCursor<Order extends Cursor["order"]>(
  text: string,
  order: Order,
): Extract<Cursor, { order: Order }> {
  const cursor = parsed(text);
  if (cursor?.order !== order) throw new CursorError("This is not a cursor of this list.");
  return cursor as Extract<Cursor, { order: Order }>;
}

function parsed(text: string): Cursor | undefined {
  let keys: unknown;
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.codePointAt(0)!,
    );
    keys = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // Not ours, like every other malformed word.
    return undefined;
  }
  if (!Array.isArray(keys)) return undefined;
  const [first, second, third, fourth] = keys as unknown[];
  const counted = (total: unknown, exact: unknown): Counted | undefined =>
    Number.isSafeInteger(total) && typeof exact === "boolean" ? { total: total as number, exact } : undefined;
  if (keys.length === 3 && Number.isSafeInteger(first)) {
    if (typeof second === "string" && typeof third === "string")
      // No year is that large and no name has that character; PostgreSQL would not take them.
      return Math.abs(first as number) > MOST_YEAR || /\0/.test(second + third)
        ? undefined
        : { order: "name", year: first as number, department: second, id: third };
    const found = counted(second, third);
    return found && { order: "place", place: first as number, counted: found };
  }
  if (first !== "recent" || !Number.isSafeInteger(second)) return undefined;
  const recent = { order: "recent", number: second as number } as const;
  if (keys.length === 2) return recent;
  const found = counted(third, fourth);
  return keys.length === 4 && found ? { ...recent, counted: found } : undefined;
}
