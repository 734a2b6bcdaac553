import type { Finding, ReadDocument } from "@juesuan/core";
import type { Brief } from "../check/entry.ts";
import { shownFindings } from "../check/wording.ts";
import { decisionKey, subjectOf, type Decision, type DecisionKind, type Decisions } from "./decisions.ts";

// The review as a value: what is on the screen follows from it, and every key turns one into the next.

export interface ReviewDocument {
  readonly brief: Brief;
  /** What was read, to show the place of a finding; absent for a document that could not be read. */
  readonly document?: ReadDocument;
  /** What the figures that its findings blame measure, by the figure's id, one line each. */
  readonly measures?: ReadonlyMap<number, readonly string[]>;
}

export type SeverityFilter = "all" | "error" | "warning" | "info";
export type PromptKind = DecisionKind | "search" | "export";

export interface Prompt {
  readonly kind: PromptKind;
  readonly text: string;
}

export interface ReviewState {
  readonly documents: readonly ReviewDocument[];
  readonly decisions: Decisions;
  /** Who decides, noted with each decision. */
  readonly by?: string;
  /** Where decisions are written. */
  readonly file: string;
  /** The place in {@link visibleItems}. */
  readonly position: number;
  readonly severity: SeverityFilter;
  readonly undecidedOnly: boolean;
  readonly search: string;
  /** Which of the finding's places is shown. */
  readonly place: number;
  /** How many lines the source is scrolled from where the place is in the middle. */
  readonly scroll: number;
  readonly prompt?: Prompt;
  readonly help: boolean;
  /** Said on the last line until the next key. */
  readonly notice?: string;
}

export interface Item {
  readonly document: number;
  readonly finding: Finding;
}

export type Action =
  | { readonly type: "move"; readonly by: number }
  | { readonly type: "move-document"; readonly by: number }
  | { readonly type: "first" }
  | { readonly type: "last" }
  | { readonly type: "place"; readonly by: number }
  | { readonly type: "scroll"; readonly by: number }
  | { readonly type: "severity" }
  | { readonly type: "undecided" }
  | { readonly type: "prompt"; readonly kind: PromptKind }
  | { readonly type: "type"; readonly text: string }
  | { readonly type: "erase" }
  | { readonly type: "submit" }
  | { readonly type: "cancel" }
  | { readonly type: "undo" }
  | { readonly type: "help" }
  | { readonly type: "notice"; readonly text: string };

export function initialState(
  documents: readonly ReviewDocument[],
  decisions: Decisions,
  { file, by }: { readonly file: string; readonly by?: string },
): ReviewState {
  return {
    documents,
    decisions,
    file,
    ...(by === undefined ? {} : { by }),
    position: 0,
    severity: "all",
    undecidedOnly: false,
    search: "",
    place: 0,
    scroll: 0,
    help: false,
  };
}

/** The findings that pass the filters, document by document, worst first. */
export function visibleItems(state: ReviewState): Item[] {
  const words = state.search.trim().toLowerCase();
  return state.documents.flatMap(({ brief }, document) => {
    const named = `${brief.department ?? ""} ${brief.file}`.toLowerCase().includes(words);
    return shownFindings(brief)
      .filter(({ severity }) => state.severity === "all" || severity === state.severity)
      .filter((finding) => !state.undecidedOnly || !state.decisions.has(keyOf(brief, finding)))
      .filter(
        ({ message, messageEn, relation, title }) =>
          words === "" ||
          named ||
          [message, messageEn, relation, title].some((text) => text.toLowerCase().includes(words)),
      )
      .map((finding) => ({ document, finding }));
  });
}

const keyOf = (brief: Brief, finding: Finding) => decisionKey(subjectOf(brief, finding));

/** What was decided about a finding. */
export function decisionOf(state: ReviewState, { document, finding }: Item): Decision | undefined {
  return state.decisions.get(itemKey(state, { document, finding }));
}

function itemKey({ documents }: ReviewState, { document, finding }: Item): string {
  return keyOf(documents[document]!.brief, finding);
}

export function currentItem(state: ReviewState): Item | undefined {
  return visibleItems(state)[state.position];
}

const SEVERITIES: readonly SeverityFilter[] = ["all", "error", "warning", "info"];

/** The next state. Of two equal keys in a row the second sees what the first did. */
export function next(state: ReviewState, action: Action): ReviewState {
  const { notice: _, ...quiet } = state;
  return step(quiet, action);
}

function step(state: ReviewState, action: Action): ReviewState {
  const items = visibleItems(state);
  switch (action.type) {
    case "move":
      return at(state, state.position + action.by);
    case "first":
      return at(state, 0);
    case "last":
      return at(state, items.length - 1);
    case "move-document":
      return at(state, documentStart(items, state.position, action.by));
    case "place": {
      const places = items[state.position]?.finding.sources.length ?? 0;
      return places === 0 ? state : { ...state, place: (state.place + action.by + places) % places, scroll: 0 };
    }
    case "scroll":
      return { ...state, scroll: state.scroll + action.by };
    case "severity": {
      const severity = SEVERITIES[(SEVERITIES.indexOf(state.severity) + 1) % SEVERITIES.length]!;
      return refiltered(state, { severity });
    }
    case "undecided":
      return refiltered(state, { undecidedOnly: !state.undecidedOnly });
    case "prompt":
      return prompted(state, action.kind, items[state.position]);
    case "type":
      return state.prompt ? { ...state, prompt: { ...state.prompt, text: state.prompt.text + action.text } } : state;
    case "erase":
      return state.prompt
        ? { ...state, prompt: { ...state.prompt, text: [...state.prompt.text].slice(0, -1).join("") } }
        : state;
    case "cancel":
      return state.search !== "" && !state.prompt && !state.help
        ? refiltered(state, { search: "" })
        : { ...withoutPrompt(state), help: false };
    case "submit":
      return state.prompt ? submitted(state, state.prompt, items[state.position]) : state;
    case "undo": {
      const item = items[state.position];
      return item ? { ...state, decisions: without(state.decisions, itemKey(state, item)) } : state;
    }
    case "help":
      return { ...state, help: !state.help };
    case "notice":
      return { ...state, notice: action.text };
  }
}

function at(state: ReviewState, position: number): ReviewState {
  const last = Math.max(0, visibleItems(state).length - 1);
  return { ...state, position: Math.min(Math.max(0, position), last), place: 0, scroll: 0 };
}

/** Where the document before or after begins; the own document's beginning comes before the one before it. */
function documentStart(items: readonly Item[], position: number, by: number): number {
  const starts = items.flatMap(({ document }, index) => (document === items[index - 1]?.document ? [] : [index]));
  if (by > 0) return starts.find((start) => start > position) ?? position;
  return starts.findLast((start) => start < position) ?? 0;
}

/** Filters change what is listed; the finding in view stays in view where it still passes. */
function refiltered(state: ReviewState, change: Partial<ReviewState>): ReviewState {
  const before = currentItem(state);
  const after = { ...state, ...change };
  const items = visibleItems(after);
  const same = items.findIndex(({ finding }) => finding === before?.finding);
  return at(after, same === -1 ? Math.min(state.position, Math.max(0, items.length - 1)) : same);
}

function prompted(state: ReviewState, kind: PromptKind, item: Item | undefined): ReviewState {
  if (kind === "search") return { ...state, prompt: { kind, text: state.search } };
  if (kind === "export") return { ...state, prompt: { kind, text: state.file } };
  if (!item) return state;
  const known = decisionOf(state, item);
  return { ...state, prompt: { kind, text: known?.kind === kind ? known.reason : "" } };
}

function submitted(state: ReviewState, { kind, text }: Prompt, item: Item | undefined): ReviewState {
  const words = text.trim();
  if (kind === "search") return refiltered(withoutPrompt(state), { search: words });
  if (kind === "export") return words === "" ? state : { ...withoutPrompt(state), file: words };
  // A decision without a reason is none: the prompt stays.
  if (words === "" || !item) return state;
  const decision: Decision = { kind, reason: words, ...(state.by === undefined ? {} : { by: state.by }) };
  const decisions = new Map(state.decisions).set(itemKey(state, item), decision);
  const decided = { ...withoutPrompt(state), decisions };
  // On to the next; among the undecided only, it has taken this one's place already.
  return at(decided, state.undecidedOnly ? state.position : state.position + 1);
}

function withoutPrompt(state: ReviewState): ReviewState {
  const { prompt: _, ...rest } = state;
  return rest;
}

function without(decisions: Decisions, key: string): Decisions {
  const kept = new Map(decisions);
  kept.delete(key);
  return kept;
}
