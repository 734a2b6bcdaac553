/** Small PDFs made in tests: Chinese text without embedded fonts, lines, areas, whatever a page needs. */

export interface MadePage {
  readonly width?: number;
  readonly height?: number;
  /** Entries of the page's dictionary, such as `/Rotate 90`. */
  readonly entries?: string;
  readonly content: string;
}

/** Text whose baseline starts at x, y; y counts from the top of an A4 page, as in the boxes that come out. */
export function text(x: number, y: number, words: string, size = 12, height = 842): string {
  const codes = [...words].map((character) => character.codePointAt(0)!.toString(16).padStart(4, "0")).join("");
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${height - y} Tm <${codes}> Tj ET\n`;
}

export function line(x: number, y: number, toX: number, toY: number, height = 842): string {
  return `${x} ${height - y} m ${toX} ${height - toY} l S\n`;
}

/** A table with all its lines: columns at `xs`, rows at `ys`, words at the left of the cells. */
export function ruled(xs: readonly number[], ys: readonly number[], rows: readonly (readonly string[])[]): string {
  const across = ys.map((y) => line(xs[0]!, y, xs.at(-1)!, y));
  const down = xs.map((x) => line(x, ys[0]!, x, ys.at(-1)!));
  const words = rows.flatMap((row, index) =>
    row.map((cell, column) => (cell === "" ? "" : text(xs[column]! + 3, ys[index + 1]! - 5, cell, 10))),
  );
  return [...across, ...down, ...words].join("");
}

/** Puts pages together; `more` are further objects, whose numbers start at 10. */
export function madePdf(pages: readonly MadePage[], more: readonly string[] = [], resources = ""): Uint8Array {
  const objects = new Map<number, string>();
  const first = 10 + more.length;
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`);
  objects.set(1, "<</Type/Catalog/Pages 2 0 R>>");
  objects.set(2, `<</Type/Pages/Count ${pages.length}/Kids[${kids.join(" ")}]>>`);
  objects.set(3, "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>");
  objects.set(
    4,
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1 95 500 814 939 500]/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>",
  );
  objects.set(
    5,
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
  );
  for (const [index, object] of more.entries()) objects.set(10 + index, object);
  for (const [index, { width = 595, height = 842, entries = "", content }] of pages.entries()) {
    const number = first + index * 2;
    objects.set(
      number,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${number + 1} 0 R/Resources<</Font<</F1 3 0 R>>${resources}>>${entries}>>`,
    );
    objects.set(number + 1, `<</Length ${content.length}>>\nstream\n${content}\nendstream`);
  }
  return written(objects);
}

function written(objects: ReadonlyMap<number, string>): Uint8Array {
  let file = "%PDF-1.7\n";
  const offsets = new Map<number, number>();
  for (const [number, body] of [...objects].sort(([one], [other]) => one - other)) {
    offsets.set(number, file.length);
    file += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const size = Math.max(...objects.keys()) + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n`;
  for (let number = 0; number < size; number++) {
    const offset = offsets.get(number);
    file += offset === undefined ? "0000000000 65535 f \n" : `${String(offset).padStart(10, "0")} 00000 n \n`;
  }
  file += `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}
