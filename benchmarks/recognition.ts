// How well scanned pages are read: the pages of a PDF as pictures of themselves, against the figures of the file's own text.
// Run: node --conditions=juesuan-source benchmarks/recognition.ts [FILE.pdf]
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import { keyText, type Disclosure, type PageImage } from "@juesuan/core";
import { openRecogniser } from "@juesuan/ocr";
import { examine } from "@juesuan/readers";
import { drawPage } from "@juesuan/readers/pdf";

const USUAL = fileURLToPath(new URL("../../shared/documents/putuo-finance-2024.pdf", import.meta.url));
const file = process.argv[2] ?? USUAL;
if (!existsSync(file)) {
  console.log(`${file} is not at hand.`);
  process.exit();
}

const bytes = new Uint8Array(readFileSync(file));
const own = await examine(bytes.slice());
const pictures: PageImage[] = [];
for (let page = 1; page <= own.document.pages.length; page++) {
  const picture = await drawPage(bytes.slice(), page);
  if (picture) pictures.push(picture);
}
const { recognise, close } = await openRecogniser();
const began = performance.now();
const read = await examine(scanOf(pictures), { recognise });
const milliseconds = performance.now() - began;
await close();

const rows = Object.fromEntries(
  [true, false].map((tables) => {
    const [truth, found] = [own, read].map(({ disclosure }) => stated(disclosure, tables)) as [Counts, Counts];
    const printed = sum(truth);
    const right = [...truth].reduce((total, [key, count]) => total + Math.min(count, found.get(key) ?? 0), 0);
    return [
      tables ? "table cells" : "narrative figures",
      {
        printed,
        right,
        "right of printed": `${((100 * right) / printed).toFixed(1)}%`,
        "bound wrongly": sum(found) - right,
        "of them sure (95% and more)": sure(read.disclosure, tables, truth),
      },
    ];
  }),
);
console.table(rows);
const { findings } = read.report;
console.log(
  `${pictures.length} pages at ${pictures[0]?.resolution} dpi, ${Math.round(milliseconds / pictures.length)} ms a page; ` +
    `${findings.filter(({ severity }) => severity === "error").length} errors and ` +
    `${findings.filter(({ severity }) => severity === "warning").length} warnings, ` +
    `with the file's own text ${own.report.findings.filter(({ severity }) => severity === "error").length} errors`,
);

type Counts = ReadonlyMap<string, number>;

function stated({ figures }: Disclosure, tables: boolean): Counts {
  const counts = new Map<string, number>();
  for (const { text, concept, dimensions, source } of figures) {
    if ((source.table !== undefined) !== tables) continue;
    const key = `${text} ${keyText(concept, dimensions)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Wrong ones that recognition was sure of: those that could be accused wrongly. */
function sure({ figures }: Disclosure, tables: boolean, truth: Counts): number {
  return figures.filter(
    ({ confidence = 1, source, text, concept, dimensions }) =>
      (source.table !== undefined) === tables &&
      confidence >= 0.95 &&
      !truth.has(`${text} ${keyText(concept, dimensions)}`),
  ).length;
}

function sum(counts: Counts): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** A PDF that holds nothing but pictures, as a scanner makes it. */
function scanOf(images: readonly PageImage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from("%PDF-1.5\n")];
  const places: number[] = [];
  let length = parts[0]!.length;
  const put = (number: number, ...pieces: (string | Buffer)[]) => {
    places[number] = length;
    for (const piece of [`${number} 0 obj\n`, ...pieces, "\nendobj\n"]) {
      const part = typeof piece === "string" ? Buffer.from(piece, "latin1") : piece;
      parts.push(part);
      length += part.length;
    }
  };
  const stream = (dictionary: string, data: Buffer) =>
    [`<<${dictionary}/Length ${data.length}>>stream\n`, data, "\nendstream"] as const;
  put(1, "<</Type/Catalog/Pages 2 0 R>>");
  put(2, `<</Type/Pages/Count ${images.length}/Kids[${images.map((_, index) => `${3 + 3 * index} 0 R`).join(" ")}]>>`);
  images.forEach(({ width, height, resolution, grey }, index) => {
    const first = 3 + 3 * index;
    const [wide, high] = [(width * 72) / resolution, (height * 72) / resolution];
    put(
      first,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${wide} ${high}]/Resources<</XObject<</P ${first + 1} 0 R>>>>/Contents ${first + 2} 0 R>>`,
    );
    put(
      first + 1,
      ...stream(
        `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
        deflateSync(grey),
      ),
    );
    put(first + 2, ...stream("", Buffer.from(`${wide} 0 0 ${high} 0 0 cm /P Do`)));
  });
  const start = length;
  const rows = places.slice(1).map((place) => `${String(place).padStart(10, "0")} 00000 n \n`);
  parts.push(
    Buffer.from(
      `xref\n0 ${places.length}\n0000000000 65535 f \n${rows.join("")}trailer<</Size ${places.length}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}
