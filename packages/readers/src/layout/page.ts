import { alignedTable, type AlignedPart } from "./aligned.ts";
import { AroundRules } from "./around-rules.ts";
import { alignedRegions } from "./regions.ts";
import { splitBands } from "./bands.ts";
import { columnsOfPage } from "./columns-of-page.ts";
import type { Glyph, PageContent, Rule } from "./content.ts";
import { fillFrame, type PlacedGrid } from "./cells.ts";
import { frameOf, type Frame } from "./frame.ts";
import { overlap, type Rectangle } from "./geometry.ts";
import { chartAreas, isLabel } from "./charts.ts";
import { linesOf } from "./lines.ts";
import { isAmount, piecesByLine, type Piece } from "./pieces.ts";
import { paragraphsOf, type PlacedParagraph } from "./paragraphs.ts";
import { remainderOf } from "./remainder.ts";
import { groupsOf, mergeRules, type RuleGroup } from "./rules.ts";
import { tokensOf, type Token } from "./tokens.ts";
import { isBegun, isWholeAmount } from "./torn-amounts.ts";
import { closedUp } from "./tracking.ts";
import { markOf, watermarksOf } from "./watermarks.ts";

/** A table on one page, before pages are joined. */
export interface PlacedTable {
  readonly kind: "table";
  readonly grid: PlacedGrid;
  readonly page: number;
  readonly box: Rectangle;
  readonly ruled: boolean;
  /** It runs off the page. */
  readonly cut?: boolean;
  /** Where it does: the line behind its last column is drawn. */
  readonly closed?: boolean;
  /** Its lines do not keep to its columns. */
  readonly adrift?: boolean;
  /** No lines part its columns, and its headings stand at the left of theirs: sums must confirm what is whose. */
  readonly headedLeft?: boolean;
  /** The lines drawn along its left and right edges: a cell that the edge of the paper cuts has none there. */
  readonly sides?: { readonly left: readonly Rule[]; readonly right: readonly Rule[] };
  /** Where its columns were found by alignment: what they were found from. */
  readonly parts?: readonly AlignedPart[];
}

export type PlacedItem = PlacedParagraph | PlacedTable;

export interface PageLayout {
  readonly content: PageContent;
  /** From top to bottom. */
  readonly items: readonly PlacedItem[];
  /** The level watermarks found on it, as {@link markOf} tells them. */
  readonly marks?: readonly string[];
}

/** Recognises lines, paragraphs and tables on one page; `known` are the watermarks of other pages. */
export function layOutPage(content: PageContent, known: ReadonlySet<string> = new Set()): PageLayout {
  const columns = columnsOfPage(content);
  if (!columns) return layOutColumn(content, known);
  const parts = columns.map((column) => layOutColumn(column, known));
  const marks = parts.flatMap((part) => part.marks ?? []);
  return { content, items: parts.flatMap(({ items }) => items), ...(marks.length > 0 ? { marks } : {}) };
}

function layOutColumn(page: PageContent, known: ReadonlySet<string>): PageLayout {
  const content = { ...page, glyphs: closedUp(page.glyphs) };
  const tokens = tokensOf(content.glyphs);
  const rules = mergeRules(content.rules);
  const groups = groupsOf(rules);
  const watermarks = watermarksOf(tokens, rules, known);
  const drawn = framesOf(groups, tokens);
  const charts = chartAreas(content, groups, [...drawn.keys()], tokens);
  const frames = [...drawn.keys()].filter((frame) => !charts.some((chart) => isChart(frame, chart)));
  const inside = new Map<Frame, Token[]>(frames.map((frame) => [frame, []]));
  const free: Token[] = [];
  const asides: Token[] = [];
  for (const token of tokens) {
    if (watermarks.has(token)) {
      asides.push(token);
      continue;
    }
    const frame = frames.find((candidate) => holds(candidate, token));
    if (frame) inside.get(frame)!.push(token);
    else if (token.glyphs[0]!.turned || charts.some((chart) => isLabel(token, chart))) asides.push(token);
    else free.push(token);
  }
  const tables = frames.map((frame): PlacedTable => {
    const { left, top, right, bottom } = frame;
    const own = inside.get(frame)!;
    const grid = fillFrame(splitBands(drawn.get(frame)!, frame, own), own, content.number);
    const along = (edge: number) => drawn.get(frame)!.vertical.filter(({ at }) => Math.abs(at - edge) < SIDE);
    const sides = { left: along(left), right: along(right) };
    return {
      kind: "table",
      grid,
      page: content.number,
      box: { left, top, right, bottom },
      ruled: true,
      sides,
      ...(left > MARGIN && right > content.width - FLUSH ? cutOf(drawn.get(frame)!, frame, content.width) : {}),
    };
  });
  const rest = takeAligned(free, stacksOf(groups, frames), content, tables);
  const [first = [], ...bands] = bandsBetween(tables, rest);
  const left = remainderOf(first);
  const rows: AlignedPart = { tokens: left, page: content.number };
  const inRows = new Set(left.flatMap(({ glyphs }) => glyphs));
  const paragraphs = [
    ...paragraphsOf(linesOf(left), content.number).map((one) => ({ ...one, rows })),
    ...[first.filter(({ glyphs }) => !inRows.has(glyphs[0]!)), ...bands].flatMap((band) =>
      paragraphsOf(linesOf(band), content.number),
    ),
  ];
  const items: PlacedItem[] = [...paragraphs, ...tables, ...asides.map((token) => aside(token, "chart"))];
  const unseen = tokensOf(content.unseen).map((token) => aside(token, "outside"));
  items.sort((one, other) => one.box.top - other.box.top || one.box.left - other.box.left);
  const marks = [...watermarks].filter(({ glyphs }) => glyphs[0]!.oblique !== true).map(markOf);
  return { content, items: [...items, ...unseen], ...(marks.length > 0 ? { marks } : {}) };
}

const SIDE = 3;

/** A table that the edge of the paper cuts; a line drawn just before the edge closes its last column. */
function cutOf({ vertical }: RuleGroup, { right, top, bottom }: Frame, width: number): { cut: true; closed?: true } {
  const drawn = vertical
    .filter(({ at }) => at > right - SLIVER && at < width - FLUSH)
    .reduce((sum, { from, to }) => sum + to - from, 0);
  return { cut: true, ...(drawn > (bottom - top) / 2 ? { closed: true } : {}) };
}

/** What is left of a column that the edge cuts, at most, for its borders to be taken for one. */
const SLIVER = 4.5;
/** No table is printed up to the edge of the paper: one that reaches it goes on beyond. */
const FLUSH = 1.5;
/** A page cropped to its table has no margin at the left either. */
const MARGIN = 10;

/** Takes the tables without column lines out of the free text. */
function takeAligned(
  free: readonly Token[],
  stacks: readonly Rule[][],
  { number: page, width }: PageContent,
  tables: PlacedTable[],
): Token[] {
  let rest = [...free];
  const taken = new Set<Glyph>();
  const around = new AroundRules(free);
  const take = (part: AlignedPart, ruled: boolean, cut = false) => {
    const table = alignedTable([part]);
    if (!table) return;
    const more = { ...(table.headedLeft ? { headedLeft: true } : {}), ...(cut ? { cut } : {}) };
    tables.push({ kind: "table", grid: table.grid, page, box: table.box, ruled, parts: [part], ...more });
    for (const { glyphs } of part.tokens) for (const glyph of glyphs) taken.add(glyph);
    rest = rest.filter(({ glyphs }) => !taken.has(glyphs[0]!));
  };
  for (const stack of stacks.flatMap((one) => around.apart(one))) {
    const [top, bottom] = [stack[0]!.at, stack.at(-1)!.at];
    const runsOff = stack[0]!.from > MARGIN && stack[0]!.to > width - FLUSH;
    const within = rest.filter(({ middle }) => middle > top && middle < bottom);
    const head = within.length === 0 ? [] : around.headOver(stack[0]!, taken);
    const tokens = [...head, ...within];
    const places = rowBorders(stack, within);
    const start = head.reduce((least, token) => Math.min(least, token.top), top);
    const borders = places && head.length > 0 ? [start, ...places] : places;
    const below = borders ? around.cutRow(stack.at(-1)!, taken) : [];
    if (borders && below.length > 0) {
      const end = below.reduce((most, token) => Math.max(most, token.bottom), bottom);
      take({ tokens: [...tokens, ...below], page, borders: [...borders, end] }, true, runsOff);
    } else if (borders) take({ tokens, page, borders }, true, runsOff);
    // A box that a page break leaves open, or of which only the heading is ruled, says nothing of the rows below.
    else if (!piecesByLine(tokens).some(isFigureLine)) continue;
    // Two lines may as well be those below the header and above the footer of a page.
    else for (const region of alignedRegions(tokens)) take({ tokens: region, page }, true, runsOff);
  }
  // What stands between two tables is looked at by itself.
  for (const band of bandsBetween(tables, rest))
    for (const tokens of alignedRegions(band)) take({ tokens, page }, false);
  return rest;
}

/** A box, parted at most from top to bottom: it says where a table is, and no more. */
function isOpenBox({ xs }: Frame): boolean {
  return xs.length <= 2;
}

/** Lines between columns alone, around a heading and the rows below it: they do not tell where a row ends. */
function isOneBand(frame: Frame, tokens: readonly Token[]): boolean {
  if (frame.ys.length > 2 || frame.xs.length <= 2) return false;
  const lines = piecesByLine(tokens.filter((token) => holds(frame, token) && !token.glyphs[0]!.turned));
  const first = lines.findIndex((line) => line.some(({ text }) => isWholeAmount(text) || isBegun(text)));
  const heading = lines.slice(0, Math.max(0, first)).flat();
  return heading.filter(({ text }) => /\p{sc=Han}{2}/u.test(text)).length > 1;
}

/** One column of amounts, cell by cell: the last of a table whose others stand on the pages before. */
function isStrip(frame: Frame, tokens: readonly Token[]): boolean {
  if (frame.ys.length < SHORTEST_STRIP) return false;
  const own = tokens.filter((token) => holds(frame, token));
  const cells = frame.cells.map(({ top, bottom }) => own.filter(({ middle }) => middle > top && middle < bottom));
  // Two things beside each other, and it is a box around columns that no lines part.
  if (cells.some((inside) => piecesByLine(inside).some((line) => line.length > 1))) return false;
  const words = cells.map((inside) => inside.flatMap(({ glyphs }) => glyphs.map(({ text }) => text)).join(""));
  const figures = words.filter((text) => isAmount(text));
  return (
    figures.length > 0 &&
    figures.length >= words.filter((text, index) => text !== "" && index > DEEPEST_STRIP_HEAD).length
  );
}

const SHORTEST_STRIP = 5;
const DEEPEST_STRIP_HEAD = 4;

/** Horizontal lines as long as each other, one below the other: a table that has no others between its columns. */
function stacksOf(groups: readonly RuleGroup[], frames: readonly Frame[]): Rule[][] {
  const alone = groups
    .filter((group) => {
      if (group.vertical.length === 0) return true;
      const frame = frameOf(group);
      return frame !== undefined && isOpenBox(frame);
    })
    .flatMap((group) => group.horizontal)
    .filter(
      (rule) =>
        rule.to - rule.from > SHORTEST_LINE &&
        !frames.some((frame) => rule.at >= frame.top - 2 && rule.at <= frame.bottom + 2),
    )
    .sort((one, other) => one.at - other.at);
  const stacks: Rule[][] = [];
  for (const rule of alone) {
    const stack = stacks.find(([first]) => Math.abs(first!.from - rule.from) < 6 && Math.abs(first!.to - rule.to) < 6);
    if (stack) stack.push(rule);
    else stacks.push([rule]);
  }
  return stacks.filter((stack) => stack.length >= 2);
}

const SHORTEST_LINE = 120;

function isFigureLine(line: readonly Piece[]): boolean {
  return line.length > 1 && line.some(({ text }) => /\d[.．]\d/.test(text));
}

/** The row borders of a stack, when it has one for every row: some nine of ten bands hold text, and none much of it. */
function rowBorders(stack: readonly Rule[], tokens: readonly Token[]): number[] | undefined {
  const places = stack.map(({ at }) => at);
  const lines = piecesByLine(tokens);
  if (places.length <= 4) return undefined;
  const bandOf = ({ middle }: Piece) => places.findLastIndex((place) => middle > place);
  const bands = Map.groupBy(lines.flat(), bandOf);
  // A column too narrow for its amounts breaks them over lines, and those of other columns stand between.
  const isBroken = lines.some((line) => line.some(({ text }) => isBegun(text)));
  if (lines.length > (places.length - 1) * (isBroken ? MOST_LINES : 2)) return undefined;
  // Two amounts below each other between two borders are two rows: only the heading is ruled row by row.
  const isCrowded = [...bands.values()].some((pieces) => {
    const amounts = pieces.filter(({ text }) => isWholeAmount(text) || (!isBroken && /\d[.．]\d/.test(text)));
    return amounts.some((piece) =>
      amounts.some(
        (other) =>
          other.middle - piece.middle > 0.5 * piece.size &&
          overlap(other.left, other.right, piece.left, piece.right) > 0 &&
          !pieces.some((begun) => isBegun(begun.text) && continues(begun, other)),
      ),
    );
  });
  return isCrowded ? undefined : places;
}

/** Lines of a row whose names and amounts break. */
const MOST_LINES = 6;

/** Whether a piece stands in the column of the beginning of an amount above it, and ends it. */
function continues(begun: Piece, piece: Piece): boolean {
  return (
    piece.middle > begun.middle &&
    piece.middle - begun.middle < 2 * piece.size &&
    overlap(begun.left, begun.right, piece.left, piece.right) > 0
  );
}

/** Gridlines of a chart enclose cells too, but the bars do not keep to them. */
function isChart(frame: Frame, chart: Rectangle): boolean {
  const shared =
    overlap(frame.left, frame.right, chart.left, chart.right) *
    overlap(frame.top, frame.bottom, chart.top, chart.bottom);
  return overlap(frame.left, frame.right, chart.left, chart.right) > 0 && shared > 0.3 * area(frame);
}

/** Text beside the flow: a watermark, the label of an axis, what nobody sees. */
function aside(token: Token, role: PlacedParagraph["role"]): PlacedParagraph {
  const { left, top, right, bottom } = token;
  const { page } = token.glyphs[0]!;
  return {
    kind: "paragraph",
    text: token.glyphs.map((glyph) => glyph.text).join(""),
    glyphs: token.glyphs.flatMap((glyph) => [...glyph.text].map(() => glyph)),
    page,
    box: { left, top, right, bottom },
    size: token.size,
    role,
    flush: false,
    full: false,
  };
}

/** Text above, between and below tables is measured apart: the margins of a title are not those of a note. */
function bandsBetween(tables: readonly PlacedTable[], tokens: readonly Token[]): Token[][] {
  const cuts = tables.map(({ box }) => box.top).sort((one, other) => one - other);
  const bands: Token[][] = Array.from({ length: cuts.length + 1 }, () => []);
  for (const token of tokens) {
    let band = 0;
    while (band < cuts.length && token.middle > cuts[band]!) band++;
    bands[band]!.push(token);
  }
  return bands.filter((band) => band.length > 0);
}

/** The tables that lines make on a page, and the lines of each; a frame around a text is none. */
function framesOf(groups: readonly RuleGroup[], tokens: readonly Token[]): Map<Frame, RuleGroup> {
  const frames = groups
    .map((group) => ({ group, frame: frameOf(group) }))
    .filter(
      (found): found is { group: RuleGroup; frame: Frame } =>
        found.frame !== undefined &&
        found.frame.cells.length > 1 &&
        !isOneBand(found.frame, tokens) &&
        (!isOpenBox(found.frame) || isStrip(found.frame, tokens)),
    )
    .sort((one, other) => area(other.frame) - area(one.frame));
  const outermost = new Map<Frame, RuleGroup>();
  for (const { frame, group } of frames)
    if (![...outermost.keys()].some((outer) => isInside(frame, outer))) outermost.set(frame, group);
  return outermost;
}

function area({ left, right, top, bottom }: Rectangle): number {
  return (right - left) * (bottom - top);
}

function isInside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.left >= outer.left - 2 &&
    inner.right <= outer.right + 2 &&
    inner.top >= outer.top - 2 &&
    inner.bottom <= outer.bottom + 2
  );
}

function holds(frame: Rectangle, token: Token): boolean {
  const x = (token.left + token.right) / 2;
  return (
    x >= frame.left - 1 && x <= frame.right + 1 && token.middle >= frame.top - 1 && token.middle <= frame.bottom + 1
  );
}
