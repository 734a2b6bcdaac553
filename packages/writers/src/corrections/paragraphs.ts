import { Parser } from "htmlparser2";

// The paragraphs of a part of a Word file, with the place in the XML of every letter that is printed.

/** A printed sign that is no white space: from where to where it stands in the XML. */
export interface Letter {
  readonly run: Run;
  readonly sign: string;
  readonly from: number;
  readonly to: number;
}

/** A child of a run: text, or anything else that stands between texts. */
export interface RunItem {
  readonly start: number;
  end: number;
  /** The text inside `t`; absent for other elements. */
  text?: { readonly from: number; to: number };
}

export interface Run {
  readonly start: number;
  end: number;
  /** `<w:r …>` */
  readonly opening: string;
  /** `<w:rPr>…</w:rPr>`, or nothing. */
  properties: string;
  readonly items: RunItem[];
  /** The start tag of the tracked insertion that it stands in. */
  readonly inserted?: string;
}

export interface WordParagraph {
  /** Of the whole element. */
  readonly start: number;
  end: number;
  /** Where its last child ends. */
  inner: number;
  /** `<w:p …/>` without content. */
  readonly selfClosed: boolean;
  /** The formatting of its mark, which is that of text put into an empty paragraph. */
  mark: string;
  readonly runs: Run[];
  readonly letters: Letter[];
}

/** What is not printed, as the reader of Word files has it. */
const SKIPPED = new Set([
  "Fallback",
  "instrText",
  "delText",
  "moveFrom",
  "del",
  "rPrChange",
  "pPrChange",
  "tcPrChange",
]);

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** Every paragraph in the order in which they open, those inside text boxes and struck ones too. */
export function paragraphsOf(xml: string): WordParagraph[] {
  const all: WordParagraph[] = [];
  const open: WordParagraph[] = [];
  const names: string[] = [];
  const insertions: string[] = [];
  let run: Run | undefined;
  /** Where the paragraph of a text box begins: what was being read around it. */
  const outer: { readonly run: Run | undefined; readonly item: RunItem | undefined }[] = [];
  let item: RunItem | undefined;
  let skipped = 0;
  let hidden = false;
  let propertiesFrom = 0;
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        const name = local(qualified);
        const [from, to] = [parser.startIndex, parser.endIndex + 1];
        const parent = names.at(-1);
        names.push(name);
        const paragraph = open.at(-1);
        if (name === "p") {
          const own: WordParagraph = {
            start: from,
            end: to,
            inner: to,
            selfClosed: xml[to - 2] === "/",
            mark: "",
            runs: [],
            letters: [],
          };
          all.push(own);
          open.push(own);
          outer.push({ run, item });
          run = undefined;
          item = undefined;
        }
        if (skipped > 0 || SKIPPED.has(name)) {
          skipped++;
          return;
        }
        if (name === "ins" && parent !== "rPr") insertions.push(xml.slice(from, to));
        else if (name === "r" && paragraph && !run) {
          const inserted = parent === "ins" ? insertions.at(-1) : undefined;
          run = {
            start: from,
            end: to,
            opening: xml.slice(from, to),
            properties: "",
            items: [],
            ...(inserted === undefined ? {} : { inserted }),
          };
          hidden = false;
        } else if (name === "rPr") propertiesFrom = from;
        else if (run && parent === "r") {
          item = { start: from, end: to, ...(name === "t" ? { text: { from: to, to } } : {}) };
          run.items.push(item);
        } else if (name === "vanish" && run && parent === "rPr") {
          const value = Object.entries(attributes).find(([key]) => local(key) === "val")?.[1];
          hidden = value === undefined || !/^(?:0|false|off|none)$/i.test(value);
        }
      },
      onclosetag(qualified) {
        const name = local(qualified);
        const [from, to] = [parser.startIndex, parser.endIndex + 1];
        names.pop();
        const parent = names.at(-1);
        if (skipped > 0) skipped--;
        else if (name === "ins" && parent !== "rPr") insertions.pop();
        else if (name === "rPr" && parent === "r" && run) run.properties = xml.slice(propertiesFrom, to);
        else if (name === "rPr" && parent === "pPr" && open.length > 0)
          open.at(-1)!.mark = xml.slice(propertiesFrom, to);
        else if (name === "r" && run) {
          run.end = to;
          open.at(-1)!.runs.push(run);
          if (!hidden) open.at(-1)!.letters.push(...lettersOf(run, xml));
          run = undefined;
        } else if (parent === "r" && run && item) {
          if (item.text) item.text.to = Math.max(item.text.from, from);
          item.end = to;
          item = undefined;
        }
        if (name === "p") {
          const own = open.pop()!;
          own.end = to;
          own.inner = own.selfClosed ? to : from;
          ({ run, item } = outer.pop()!);
        }
      },
    },
    { xmlMode: true, decodeEntities: false },
  );
  parser.write(xml);
  parser.end();
  return all;
}

/** Signs that a reader drops when it joins and trims text. */
export const SPACE = /[\s\u3000\u200b\ufeff]/;

const TOKEN = /&(?:#x([\da-f]+)|#(\d+)|(\w+));|<!\[CDATA\[[^]*?\]\]>|[^]/gi;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function lettersOf(run: Run, xml: string): Letter[] {
  return run.items.flatMap(({ text }) => {
    if (!text) return [];
    return [...xml.slice(text.from, text.to).matchAll(TOKEN)].flatMap((token) => {
      const [whole, hexadecimal, decimal, name] = token;
      const from = text.from + token.index;
      const sign =
        hexadecimal !== undefined
          ? String.fromCodePoint(Number.parseInt(hexadecimal, 16))
          : decimal !== undefined
            ? String.fromCodePoint(Number(decimal))
            : name === undefined
              ? whole
              : (ENTITIES[name] ?? whole);
      // What one token prints is cut nowhere: all its units have the token's place.
      return sign
        .split("")
        .filter((unit) => !SPACE.test(unit))
        .map((unit) => ({ run, sign: unit, from, to: from + whole.length }));
    });
  });
}
