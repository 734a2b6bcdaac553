/** Where a page ends, as an opaque word for the caller: the sort keys of its last row. */
export interface Cursor {
  readonly year: number;
  readonly department: string;
  readonly id: string;
}

/** Thrown for a cursor that this store did not give. */
export class CursorError extends Error {
  readonly code = "bad-cursor";
  override readonly name = "CursorError";
}

export function encodeCursor({ year, department, id }: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([year, department, id]));
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
    if (Array.isArray(keys) && keys.length === 3) {
      const [year, department, id] = keys as unknown[];
      if (typeof year === "number" && typeof department === "string" && typeof id === "string")
        return { year, department, id };
    }
  } catch {
    // Not ours, like every other malformed word.
  }
  throw new CursorError("This is not a cursor of this list.");
}
