import type { Run, WordParagraph } from "./paragraphs.ts";

// Writes tracked changes and comment marks into the XML of a paragraph, touching only the runs they fall in.

/** Letters `from` to `to` of a paragraph, replaced by `text` as a tracked change. */
export interface TrackedChange {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Letters that a comment hangs on. */
export interface CommentMark {
  readonly from: number;
  readonly to: number;
  readonly id: number;
}

export interface Marks {
  readonly changes: readonly TrackedChange[];
  readonly comments: readonly CommentMark[];
}

export interface MarkContext {
  /** The prefix of the part's main namespace with its colon: `w:`. */
  readonly prefix: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  /** A number that no other tracked change of the file has. */
  readonly nextId: () => number;
}

export const escapeXml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** At one place: ends before starts, and a comment around the change that it is about. */
type Event = { readonly at: number } & (
  | { readonly order: 0; readonly change: TrackedChange }
  | { readonly order: 1; readonly comment: number }
  | { readonly order: 2; readonly comment: number }
  | { readonly order: 3; readonly change: TrackedChange }
);

/** A stretch of a part's XML, as it is by now. */
export type Slice = (from: number, to: number) => string;

/** The paragraph's XML with its marks. */
export function markParagraph(slice: Slice, paragraph: WordParagraph, marks: Marks, context: MarkContext): string {
  if (paragraph.letters.length === 0) return markEmpty(slice, paragraph, marks, context);
  const events = eventsOf(paragraph, marks);
  let result = "";
  let reached = paragraph.start;
  let deleting: TrackedChange | undefined;
  let formatting = "";
  for (const run of paragraph.runs) {
    const [first] = events;
    if (!first) break;
    if (!deleting && first.at > run.end) continue;
    result += slice(reached, run.start);
    reached = run.end;
    const writer = new RunWriter(run, context);
    for (const item of run.items) {
      if (!item.text) {
        writer.add(slice(item.start, item.end), deleting !== undefined);
        continue;
      }
      let position = item.text.from;
      while (events[0] && events[0].at <= item.text.to) {
        const event = events.shift()!;
        writer.addText(slice(position, event.at), deleting !== undefined);
        position = event.at;
        if (event.order === 3) {
          deleting = event.change;
          formatting = run.properties;
        } else if (event.order === 0) {
          deleting = undefined;
          if (event.change.text !== "") writer.insert(event.change.text, formatting);
        } else if (event.order === 2) writer.put(rangeStart(event.comment, context));
        else writer.put(rangeEnd(event.comment, context));
      }
      writer.addText(slice(position, item.text.to), deleting !== undefined);
    }
    result += writer.end();
  }
  return result + slice(reached, paragraph.end);
}

function eventsOf({ letters }: WordParagraph, { changes, comments }: Marks): Event[] {
  const begin = (index: number): number => letters[index]!.from;
  const finish = (index: number): number => letters[index - 1]!.to;
  const events: Event[] = [
    ...changes.flatMap((change): Event[] => [
      { at: begin(change.from), order: 3, change },
      { at: finish(change.to), order: 0, change },
    ]),
    ...comments.flatMap(({ from, to, id }): Event[] => [
      { at: begin(from), order: 2, comment: id },
      { at: finish(to), order: 1, comment: id },
    ]),
  ];
  return events.sort((one, other) => one.at - other.at || one.order - other.order);
}

/** One run, cut where marks fall into it: every part keeps the run's formatting. */
class RunWriter {
  private readonly run: Run;
  private readonly context: MarkContext;
  private xml = "";
  private content = "";
  private struck = false;

  constructor(run: Run, context: MarkContext) {
    this.run = run;
    this.context = context;
  }

  add(content: string, struck: boolean): void {
    if (struck !== this.struck) this.flush();
    this.struck = struck;
    this.content += content;
  }

  addText(raw: string, struck: boolean): void {
    if (raw === "") return;
    const name = `${this.context.prefix}${struck ? "delText" : "t"}`;
    this.add(`<${name} xml:space="preserve">${raw}</${name}>`, struck);
  }

  put(xml: string): void {
    this.flush();
    this.xml += xml;
  }

  insert(text: string, formatting: string): void {
    this.flush();
    const own = insertion(text, formatting, this.context);
    const { inserted } = this.run;
    const { prefix } = this.context;
    // Someone's insertion is parted around ours: each stays its author's own.
    this.xml += inserted === undefined ? own : `</${prefix}ins>${own}${withId(inserted, this.context.nextId())}`;
  }

  end(): string {
    this.flush();
    return this.xml;
  }

  private flush(): void {
    if (this.content === "") return;
    const { run, context } = this;
    const whole = `${run.opening}${run.properties}${this.content}</${context.prefix}r>`;
    this.xml += this.struck ? `<${context.prefix}del ${attributes(context)}>${whole}</${context.prefix}del>` : whole;
    this.content = "";
  }
}

/** An empty paragraph takes its marks, and what is filled in, behind its properties. */
function markEmpty(slice: Slice, paragraph: WordParagraph, { changes, comments }: Marks, context: MarkContext): string {
  const added = [
    ...comments.map(({ id }) => rangeStart(id, context)),
    ...changes.map(({ text }) => insertion(text, paragraph.mark, context)),
    ...comments.map(({ id }) => rangeEnd(id, context)),
  ].join("");
  const { start, inner, end, selfClosed } = paragraph;
  if (!selfClosed) return slice(start, inner) + added + slice(inner, end);
  return `${slice(start, end).replace(/\s*\/>$/, ">")}${added}</${context.prefix}p>`;
}

function insertion(text: string, formatting: string, context: MarkContext): string {
  const { prefix } = context;
  const properties = plainFormatting(formatting);
  return `<${prefix}ins ${attributes(context)}><${prefix}r>${properties}<${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r></${prefix}ins>`;
}

/** Formatting without the history of how it came about, which belongs to the text that had it. */
function plainFormatting(properties: string): string {
  return properties
    .replaceAll(/<(\w+:)?rPrChange\b[^]*?<\/\1?rPrChange>/g, "")
    .replaceAll(/<(?:\w+:)?(?:ins|del|moveFrom|moveTo)\b[^>]*\/>/g, "");
}

function attributes({ prefix, author, date, nextId }: MarkContext): string {
  return `${prefix}id="${nextId()}" ${prefix}author="${escapeXml(author)}" ${prefix}date="${date}"`;
}

const withId = (tag: string, id: number): string => tag.replace(/(\bid=)(["'])[^"']*\2/, `$1"${id}"`);

const rangeStart = (id: number, { prefix }: MarkContext): string => `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;

const rangeEnd = (id: number, { prefix }: MarkContext): string =>
  `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
