import type { Culprit, Finding, Origin, ReadDocument } from "@juesuan/core";
import { Comments } from "./comments.ts";
import { placeOfText, type Place } from "./locate.ts";
import { markParagraph, type CommentMark, type MarkContext, type TrackedChange } from "./mark.ts";
import { WordPackage } from "./package.ts";
import { paragraphsOf, type WordParagraph } from "./paragraphs.ts";
import type { Correction } from "./plan.ts";

export interface ApplyOptions {
  readonly lang: "zh" | "en";
  /** Whose changes and comments they are. */
  readonly author: string;
  readonly initials: string;
  readonly moment: Date;
}

/** A corrected file, and what became of each finding. */
export interface Applied {
  readonly bytes: Uint8Array;
  /** Changed as the finding suggests. */
  readonly changed: readonly Finding[];
  /** Told in a comment only. */
  readonly remarked: readonly Finding[];
  /** Already told by a comment that stands in the file. */
  readonly known: readonly Finding[];
}

interface PartMarks {
  readonly changes: Map<number, TrackedChange[]>;
  readonly comments: Map<number, CommentMark[]>;
}

/**
 * Writes corrections into a Word file as tracked changes, each with a comment that shows the calculation; what cannot be
 * changed becomes a comment at its place. Whoever accepts the changes has the corrected document, whoever rejects them the
 * original.
 *
 * @param bytes the file that `document` was read from
 */
export function applyCorrections(
  bytes: Uint8Array,
  document: ReadDocument,
  corrections: readonly Correction[],
  options: ApplyOptions,
): Applied {
  const file = new WordPackage(bytes);
  const office = file.relationshipsOf("").find(({ type }) => type.endsWith("/officeDocument"));
  const main = office?.target ?? "word/document.xml";
  const parts = new Map<string, { readonly xml: string; readonly paragraphs: readonly WordParagraph[] }>();
  const partOf = (name: string) => {
    const known = parts.get(name);
    if (known) return known;
    const xml = file.text(name) ?? "";
    const part = { xml, paragraphs: paragraphsOf(xml) };
    parts.set(name, part);
    return part;
  };
  const paragraphOf = ({ part, paragraph }: Origin): WordParagraph | undefined => partOf(part).paragraphs[paragraph];
  const comments = new Comments(file, main);
  const marks = new Map<string, PartMarks>();
  const marksOf = ({ part, paragraph }: Origin) => {
    const own: PartMarks = marks.get(part) ?? { changes: new Map(), comments: new Map() };
    marks.set(part, own);
    const [changes, hung] = [own.changes.get(paragraph) ?? [], own.comments.get(paragraph) ?? []];
    own.changes.set(paragraph, changes);
    own.comments.set(paragraph, hung);
    return { changes, comments: hung };
  };

  const changed: Finding[] = [];
  const remarked: Finding[] = [];
  const known: Finding[] = [];
  for (const { finding, changes, place, others } of corrections) {
    const places = changes.map((change) => ({ change, place: placeOfText(document, change, paragraphOf) }));
    const applies = places.length > 0 && places.every((entry) => entry.place !== undefined);
    const anchor = (applies ? places[0]!.place : place && placeOfText(document, place, paragraphOf)) ?? undefined;
    const comment = comments.add(wordsOf(finding, applies, options.lang), options.author);
    if (comment === undefined && !applies) {
      known.push(finding);
      continue;
    }
    (applies ? changed : remarked).push(finding);
    if (applies) for (const { change, place: at } of places) addChange(marksOf(at!.origin).changes, at!, change.text);
    // Word keeps comments in the body alone.
    const inBody = anchor?.origin.part === main ? anchor : firstWords(main, partOf(main).paragraphs);
    if (comment !== undefined) marksOf(inBody.origin).comments.push({ from: inBody.from, to: inBody.to, id: comment });
    for (const culprit of others) {
      const at = placeOfText(document, culprit.source, paragraphOf);
      const own =
        at?.origin.part === main && comments.add(candidateWords(finding, culprit, options.lang), options.author);
      if (at && typeof own === "number") marksOf(at.origin).comments.push({ from: at.from, to: at.to, id: own });
    }
  }

  const { prefix, namespace } = namespaceOf(partOf(main).xml);
  const date = options.moment.toISOString().replace(/\.\d+Z$/, "Z");
  let revision = highestId(
    [...file.names()].filter((name) => name.endsWith(".xml")).map((name) => file.text(name) ?? ""),
  );
  const context = { prefix, author: options.author, date, nextId: () => ++revision };
  for (const [name, { changes, comments: hung }] of marks) {
    const { xml, paragraphs } = partOf(name);
    file.write(name, rewritten(xml, paragraphs, changes, hung, context));
  }
  const relationships = (office?.type ?? TRANSITIONAL).replace(/\/officeDocument$/, "");
  comments.write({ prefix, namespace, relationships, author: options.author, initials: options.initials, date });
  return { bytes: file.bytes(options.moment), changed, remarked, known };
}

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";

/** One place is changed once, whatever number of findings want it. */
function addChange(changes: TrackedChange[], { from, to }: Place, text: string): void {
  if (!changes.some((other) => other.from === from && other.to === to)) changes.push({ from, to, text });
}

/** The part with its marked paragraphs written anew, one in a text box before the one that it hangs in. */
function rewritten(
  xml: string,
  paragraphs: readonly WordParagraph[],
  changes: ReadonlyMap<number, TrackedChange[]>,
  comments: ReadonlyMap<number, CommentMark[]>,
  context: MarkContext,
): string {
  const marked = [...new Set([...changes.keys(), ...comments.keys()])].toSorted(
    (one, other) => paragraphs[one]!.end - paragraphs[other]!.end,
  );
  let written: { readonly start: number; readonly end: number; readonly xml: string }[] = [];
  const slice = (from: number, to: number): string => {
    let result = "";
    let reached = from;
    for (const part of written) {
      if (part.start < from || part.end > to) continue;
      result += xml.slice(reached, part.start) + part.xml;
      reached = part.end;
    }
    return result + xml.slice(reached, to);
  };
  for (const index of marked) {
    const { start, end } = paragraphs[index]!;
    const own = { changes: changes.get(index) ?? [], comments: comments.get(index) ?? [] };
    const text = markParagraph(slice, paragraphs[index]!, own, context);
    written = [...written.filter((part) => part.start < start || part.end > end), { start, end, xml: text }];
  }
  return slice(0, xml.length);
}

/** Where comments hang that are about the document as a whole. */
function firstWords(part: string, paragraphs: readonly WordParagraph[]): Place {
  const index = Math.max(
    0,
    paragraphs.findIndex(({ letters }) => letters.length > 0),
  );
  return { origin: { part, paragraph: index }, from: 0, to: paragraphs[index]?.letters.length ?? 0 };
}

function wordsOf(finding: Finding, applies: boolean, lang: "zh" | "en"): string[] {
  const english = lang === "en";
  const message = english ? finding.messageEn : finding.message;
  const suggestion = english ? finding.suggestionEn : finding.suggestion;
  const basis = finding.basis[lang];
  return [
    message,
    ...(applies || suggestion === null || suggestion === "" || message.includes(suggestion)
      ? []
      : [english ? `Suggested: ${suggestion}` : `建议：${suggestion}`]),
    ...(applies
      ? []
      : [english ? "To be decided by hand: the document does not settle it." : "凭本文件不能自动改正，请人工核定。"]),
    ...(basis === "" ? [] : [english ? `Basis: ${basis}` : `依据：${basis}`]),
  ];
}

/** What is said at each further place that may be the wrong one. */
function candidateWords(finding: Finding, { text, expected }: Culprit, lang: "zh" | "en"): string[] {
  if (lang === "en")
    return [
      `${text} here may be the wrong one instead${expected === undefined ? "" : `; if so it should be ${expected}`}.`,
      finding.messageEn,
    ];
  return [`也可能是这里的${text}写错${expected === undefined ? "" : `，若是，应为${expected}`}。`, finding.message];
}

/** What the part calls the namespace of its root element. */
function namespaceOf(xml: string): { prefix: string; namespace: string } {
  const root = /<(\w+):\w+[\s>]/.exec(xml);
  const namespace = root && new RegExp(`xmlns:${root[1]}=["']([^"']+)`).exec(xml)?.[1];
  if (!root || !namespace) throw new Error("The main part of the file declares no namespace with a prefix.");
  return { prefix: `${root[1]}:`, namespace };
}

function highestId(parts: readonly string[]): number {
  let highest = 0;
  for (const xml of parts)
    for (const [, digits] of xml.matchAll(/\s\w+:id=["'](\d{1,9})["']/g)) highest = Math.max(highest, Number(digits));
  return highest;
}
