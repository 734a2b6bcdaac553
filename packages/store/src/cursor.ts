/** Where a page ends, as an opaque word for the caller: the sort keys of its last row. */
export type Cursor =
  /** Of a list by name. */
  | { readonly year: number; readonly department: string; readonly id: string }
  /** Of a search. */
  | { readonly place: number };

/** Thrown for a cursor that this store did not give. */
export class CursorError extends Error {
  readonly code = "bad-cursor";
  override readonly name = "CursorError";
}

export function encodeCursor(cursor: Cursor): string {
  const keys = "place" in cursor ? [cursor.place] : [cursor.year, cursor.department, cursor.id];
  const bytes = new TextEncoder().encode(JSON.stringify(keys));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

export function decodeCursor(text: string): Cursor {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.codePointAt(0)!,
    );
    const keys: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (Array.isArray(keys)) {
      const [first, department, id] = keys as unknown[];
      if (keys.length === 1 && Number.isSafeInteger(first)) return { place: first as number };
      if (keys.length === 3 && Number.isSafeInteger(first) && typeof department === "string" && typeof id === "string")
        return { year: first as number, department, id };
    }
  } catch {
    // Not ours, like every other malformed word.
  }
  throw new CursorError("This is not a cursor of this list.");
}
