import type { Finding } from "@juesuan/core";
import { errorOf, messageOf, placeOf, SEVERITY, titleOf } from "../check/wording.ts";
import type { Language } from "../streams.ts";
import { truncate, widthOf, wrap } from "../text/width.ts";
import type { Decision } from "./decisions.ts";
import { fitted, type Line, type Segment } from "./segments.ts";
import { marksOf, sourceView } from "./source.ts";
import { currentItem, decisionOf, visibleItems, type Item, type PromptKind, type ReviewState } from "./state.ts";
import { HELP, WORDS } from "./words.ts";

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** With fewer columns than this the list of documents gives its room to the findings. */
const NARROW = 64;

/** The whole screen: `rows` lines of `columns` columns. A pure function of what is known, so that tests can read it. */
export function frameOf(state: ReviewState, { columns, rows }: Size, lang: Language): Line[] {
  const items = visibleItems(state);
  const body = Math.max(3, rows - 3);
  const left = columns >= NARROW ? Math.min(34, Math.max(22, Math.floor(columns * 0.28))) : 0;
  const right = left === 0 ? columns : columns - left - 3;
  const main = state.help ? helpLines(right, body, lang) : mainLines(state, items, right, body, lang);
  const list = left === 0 ? [] : documentLines(state, items, left, body);
  const lines: Line[] = [fitted([{ text: headerOf(state, items, lang), style: "bar" }], columns, "bar")];
  for (let row = 0; row < body; row++) {
    const line = fitted(main[row] ?? [], right);
    lines.push(left === 0 ? line : [...fitted(list[row] ?? [], left), { text: " │ ", style: "dim" }, ...line]);
  }
  lines.push(fitted([{ text: "─".repeat(columns), style: "dim" }], columns), fitted(footerOf(state, lang), columns));
  return lines;
}

function headerOf(state: ReviewState, items: readonly Item[], lang: Language): string {
  const words = WORDS[lang];
  const decided = items.filter((item) => decisionOf(state, item)).length;
  const place = items.length === 0 ? "0/0" : `${state.position + 1}/${items.length}`;
  const filters = [
    ...(state.severity === "all" ? [] : [SEVERITY[state.severity][lang]]),
    ...(state.undecidedOnly ? [words.undecidedOnly] : []),
    ...(state.search === "" ? [] : [`/${state.search}`]),
  ];
  return ` ${words.title}  ${place}  ${words.decided} ${decided}${filters.length > 0 ? `  [${filters.join(" · ")}]` : ""}`;
}

function documentLines(state: ReviewState, items: readonly Item[], width: number, height: number): Line[] {
  const current = currentItem(state)?.document ?? -1;
  const first = Math.max(0, Math.min(current - Math.floor(height / 2), state.documents.length - height));
  return state.documents.slice(first, first + height).map(({ brief }, offset) => {
    const index = first + offset;
    const own = items.filter(({ document }) => document === index);
    const open = own.filter((item) => !decisionOf(state, item)).length;
    const count = brief.error ? "!" : open > 0 ? String(open) : "✓";
    const name = truncate(brief.error ? brief.file : (brief.department ?? brief.file), width - count.length - 2);
    const gap = " ".repeat(Math.max(1, width - widthOf(name) - widthOf(count) - 1));
    const style = brief.error ? "error" : open > 0 ? "warning" : "good";
    if (index === current) return fitted([{ text: ` ${name}${gap}${count}`, style: "selected" }], width, "selected");
    return [{ text: ` ${name}${gap}` }, { text: count, style } as const];
  });
}

function mainLines(state: ReviewState, items: readonly Item[], width: number, height: number, lang: Language): Line[] {
  const item = items[state.position];
  if (!item) return emptyLines(state, width, lang);
  const listed = Math.min(items.length, Math.max(3, Math.floor(height / 4)));
  const list = findingLines(state, items, width, listed, lang);
  const detail = detailLines(state, item, width, Math.max(3, Math.floor(height * 0.4)), lang);
  const rule: Line = [{ text: "─".repeat(width), style: "dim" }];
  const room = height - list.length - detail.length - 2;
  return [...list, rule, ...detail, rule, ...sourceLines(state, item, width, room, lang)];
}

function emptyLines(state: ReviewState, width: number, lang: Language): Line[] {
  const words = WORDS[lang];
  const filtered = state.search !== "" || state.severity !== "all" || state.undecidedOnly;
  const unread = state.documents.filter(({ brief }) => brief.error);
  return [
    [],
    [{ text: filtered ? words.nothingPasses : words.nothingFound, style: "good" }],
    [],
    ...unread.flatMap(({ brief }) =>
      wrap(`${brief.file}：${errorOf(brief, lang)}`, width).map((text): Line => [{ text, style: "error" }]),
    ),
  ];
}

function findingLines(
  state: ReviewState,
  items: readonly Item[],
  width: number,
  height: number,
  lang: Language,
): Line[] {
  const first = Math.max(0, Math.min(state.position - Math.floor(height / 2), items.length - height));
  return items.slice(first, first + height).map((item, offset) => {
    const { finding } = item;
    const decision = decisionOf(state, item);
    const mark = decision ? (decision.kind === "accepted" ? "✓" : "✗") : " ";
    const head = `${mark} ${SEVERITY[finding.severity][lang]} `;
    const text = truncate(messageOf(finding, lang).replace(/\s+/g, " "), width - widthOf(head));
    if (first + offset === state.position) {
      return fitted([{ text: head + text, style: "selected" }], width, "selected");
    }
    if (decision) return [{ text: head + text, style: "dim" }];
    return [{ text: head, style: severityStyle(finding) }, { text }];
  });
}

const severityStyle = ({ severity }: Finding) => (severity === "rounding" ? "dim" : severity);

/** The finding in full: the sentence with its calculation, what to print instead, the path, the decision. */
function detailLines(
  state: ReviewState,
  { document, finding }: Item,
  width: number,
  height: number,
  lang: Language,
): Line[] {
  const words = WORDS[lang];
  const { brief, measures } = state.documents[document]!;
  const decision = decisionOf(state, { document, finding });
  const plain = (text: string, style?: Segment["style"]): Line[] =>
    wrap(text, width).map((line) => [{ text: line, ...(style ? { style } : {}) }]);
  const suggestion = lang === "en" ? finding.suggestionEn : finding.suggestion;
  const slip = finding.culprits.find((culprit) => culprit.slip)?.slip?.[lang];
  const paths = finding.culprits.flatMap(({ figure }) => (figure === undefined ? [] : (measures?.get(figure) ?? [])));
  const lines = [
    ...plain(messageOf(finding, lang), "bold"),
    ...(suggestion ? plain(`→ ${suggestion}`, "good") : []),
    ...(slip ? plain(`${words.slip}${slip}`) : []),
    ...(decision ? plain(decisionText(decision, lang), "good") : []),
    ...[...new Set(paths)].flatMap((path) => plain(`${words.measures}${path}`, "dim")),
    ...plain(`${finding.relation} · ${finding.basis[lang]}`, "dim"),
    ...plain(titleOf(brief, lang), "dim"),
  ];
  return lines.slice(0, height);
}

function decisionText({ kind, reason, by }: Decision, lang: Language): string {
  return `${WORDS[lang][kind]}${reason}${by === undefined ? "" : ` (${by})`}`;
}

function sourceLines(
  state: ReviewState,
  { document, finding }: Item,
  width: number,
  height: number,
  lang: Language,
): Line[] {
  const culprits = finding.culprits.map(({ source }) => source);
  const places = finding.sources.length > 0 ? finding.sources : culprits;
  const source = places[state.place] ?? places[0];
  const read = state.documents[document]!.document;
  if (!source || height < 2) return [];
  const count = places.length > 1 ? `${Math.min(state.place, places.length - 1) + 1}/${places.length} ` : "";
  const head: Line = [
    { text: truncate(`${count}${placeOf(source, state.documents[document]!.brief, lang)}`, width), style: "dim" },
  ];
  if (!read)
    return [head, ...wrap(source.context ?? source.text, width).map((text): Line => [{ text }])].slice(0, height);
  const { lines, focus } = sourceView(read, source, marksOf(finding), width);
  const room = height - 1;
  const centred = focus - Math.floor(room / 2);
  const first = Math.max(0, Math.min(centred + state.scroll, lines.length - room));
  return [head, ...lines.slice(first, first + room)];
}

function helpLines(width: number, height: number, lang: Language): Line[] {
  return HELP[lang]
    .flatMap((text) => wrap(text, width))
    .slice(0, height)
    .map((text) => [{ text }]);
}

function footerOf(state: ReviewState, lang: Language): Line {
  const words = WORDS[lang];
  if (state.prompt) {
    const label: Readonly<Record<PromptKind, string>> = words.prompts;
    return [{ text: `${label[state.prompt.kind]} `, style: "bold" }, { text: `${state.prompt.text}▏` }];
  }
  if (state.notice !== undefined) return [{ text: state.notice, style: "good" }];
  return [{ text: words.keys, style: "dim" }];
}
