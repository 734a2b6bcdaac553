import { median } from "./frame.ts";
import { around, leastOf, overlap, type Rectangle } from "./geometry.ts";
import { beginsHeading, isHeadingWord } from "../tables/words.ts";
import type { ColumnSpan } from "./columns.ts";
import { LABELS } from "./headed-columns.ts";
import type { Piece } from "./pieces.ts";

/** A cell of the heading of a table that no lines part. */
export interface HeadingCell {
  row: number;
  readonly column: number;
  rowSpan: number;
  readonly columnSpan: number;
  readonly pieces: readonly Piece[];
}

export interface Heading {
  readonly rowCount: number;
  readonly cells: readonly HeadingCell[];
}

interface Block extends Rectangle {
  readonly pieces: Piece[];
  readonly middle: number;
  readonly centre: number;
  readonly size: number;
}

const LINE_PITCH = 1.75;
const LEVEL = 0.5;

/** The texts of a heading, each with its lines. */
export function headingBlocks(pieces: readonly Piece[], isLeft = false): Block[] {
  const sorted = [...pieces].sort((one, other) => one.middle - other.middle || one.left - other.left);
  const groups: Piece[][] = [];
  for (const piece of sorted) {
    const above = groups.filter((group) => isUnder(group.at(-1)!, piece));
    const [group] = above;
    const alone =
      above.length === 1 &&
      // The words above have no other text under them: 支出 over 合计 and 基本支出 is no broken word.
      !sorted.some(
        (other) =>
          other !== piece &&
          isUnder(group!.at(-1)!, other) &&
          Math.abs(other.middle - piece.middle) < LEVEL * piece.size,
      );
    const centred = group && Math.abs(centreOf(group.at(-1)!) - centreOf(piece)) < 0.8 * piece.size;
    const flush = group && ((isLeft && goesOnFlush(group.at(-1)!, piece)) || endsHeading(group, piece));
    if (group && alone && (centred || flush) && !areTwoHeadings(group, piece)) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map(blockOf);
}

/** The lines of a text at the left of its column begin at one place; what stands in a cell of its own is further below. */
function goesOnFlush(above: Piece, below: Piece): boolean {
  const pitch = (below.middle - above.middle) / below.size;
  return Math.abs(above.left - below.left) < FLUSH * below.size && pitch <= FLUSH_PITCH;
}

/** The end of a known heading, at the left or at the right of its cell: 附属单位上缴收 | 入. */
function endsHeading(above: readonly Piece[], below: Piece): boolean {
  const last = above.at(-1)!;
  const isFlush = [last.left - below.left, last.right - below.right].some((off) => Math.abs(off) < FLUSH * below.size);
  const words = above.map(({ text }) => text).join("");
  return (
    isFlush &&
    !isHeadingWord(below.text) &&
    !isHeadingWord(words) &&
    (isHeadingWord(words + below.text) || beginsHeading(words + below.text))
  );
}

const FLUSH = 0.12;
const FLUSH_PITCH = 1.5;

/** 本年支出 over 基本支出, each in a cell of its own, though one stands over the middle of the other. */
function areTwoHeadings(above: readonly Piece[], below: Piece): boolean {
  const words = above.map(({ text }) => text).join("");
  if (
    /^(?:\d{1,2}|[栏行]\s*次)$/.test(below.text) ||
    (/^[类款项]$/.test(below.text) && /(?:[编代]码|科目|分类)$/.test(words))
  )
    return true;
  // 人员经费 over 科目名称; 功能分类 over 科目编码 are one.
  const areTwo = LABELS.test(below.text) && isHeadingWord(below.text) && isHeadingWord(words);
  if (areTwo && !/(?:分类|科目)$/.test(words)) return true;
  if (isHeadingWord(words + below.text)) return false;
  // The words below may go on in further lines of their own.
  return isHeadingWord(words) && (isHeadingWord(below.text) || beginsHeading(below.text));
}

function blockOf(pieces: Piece[]): Block {
  const box = around(pieces);
  return {
    ...box,
    pieces,
    middle: (box.top + box.bottom) / 2,
    centre: (box.left + box.right) / 2,
    size: pieces[0]!.size,
  };
}

function centreOf({ left, right }: ColumnSpan): number {
  return (left + right) / 2;
}

function isUnder(above: Piece, below: Piece): boolean {
  const distance = below.middle - above.middle;
  return (
    distance > LEVEL * below.size &&
    distance <= LINE_PITCH * below.size &&
    overlap(above.left, above.right, below.left, below.right) > 0
  );
}

/**
 * The texts that head single columns: those of the lowest line, and those half way down or lower over which, or rather
 * under which, the lowest line leaves room for a column.
 */
export function leafBlocks(blocks: readonly Block[]): Block[] {
  if (blocks.length === 0) return [];
  const { top, bottom } = around(blocks);
  const half = (top + bottom) / 2;
  const lowest = blocks.reduce((most, block) => (block.middle > most.middle ? block : most));
  const base = blocks
    .filter((block) => lowest.middle - block.middle < LEVEL * block.size)
    .sort((one, other) => one.centre - other.centre);
  const aside = besideLabels(blocks, base);
  if (aside) return [...base, ...leafBlocks(aside)];
  const steps = base.slice(1).map((block, index) => block.centre - base[index]!.centre);
  const usual = steps.length > 0 ? median(steps) : 0;
  const counted = isCount(base);
  return blocks.filter((block) => {
    if (base.includes(block)) return true;
    // Every column of figures has its number: what stands beside them heads labels, or stands aside of its own number.
    if (counted && !LABELS.test(wordsOf(block))) return false;
    if (block.middle < half - 0.3 * block.size) return false;
    if (base.some((low) => overlap(low.left, low.right, block.left, block.right) > 0)) return false;
    const after = base.findIndex(({ centre }) => centre > block.centre);
    return after <= 0 || steps[after - 1]! > 1.5 * usual;
  });
}

/**
 * Where the lowest line heads nothing but labels, 类 | 款 | 项 or 科目编码 | 科目名称: the texts that stand beside it and not over
 * it. Their columns are as many as they say, however high they stand.
 */
function besideLabels(blocks: readonly Block[], base: readonly Block[]): Block[] | undefined {
  if (!base.every((block) => LABELS.test(wordsOf(block)))) return undefined;
  const { left, right } = around(base);
  const aside = blocks.filter(
    (block) =>
      !base.includes(block) &&
      !base.some((low) => overlap(low.left, low.right, block.left, block.right) > 0) &&
      !(LABELS.test(wordsOf(block)) && block.centre > left && block.centre < right),
  );
  return aside.some((block) => !LABELS.test(wordsOf(block))) ? aside : undefined;
}

/** 1 | 2 | 3, and at most what such a line is called. */
function isCount(base: readonly Block[]): boolean {
  const numbers = base.map(wordsOf).filter((words) => !LABELS.test(words));
  return numbers.length > 1 && numbers.every((words, index) => words === String(index + 1));
}

function wordsOf({ pieces }: Block): string {
  return pieces.map(({ text }) => text).join("");
}

/**
 * Builds the heading from where its texts stand: the lowest text over a column heads it, and the texts above head as
 * many columns as puts them in the middle.
 */
export function headingOf(blocks: readonly Block[], columns: readonly ColumnSpan[]): Heading {
  const stacks: Block[][] = columns.map(() => []);
  const used = new Set<Block>();
  for (const block of [...leafBlocks(blocks)].sort((one, other) => other.middle - one.middle)) {
    const column = columns.findIndex((span) => block.centre >= span.left && block.centre <= span.right);
    const stack = stacks[column];
    if (!stack || stack.length > 0) continue;
    stack.push(block);
    used.add(block);
  }
  const counted = stacks.map(([leaf]) => leaf !== undefined && /^\d{1,2}$/.test(wordsOf(leaf)));
  const spans = new Map<Block, { from: number; to: number }>();
  for (const [column, [leaf]] of stacks.entries()) if (leaf) spans.set(leaf, { from: column, to: column + 1 });
  const rest = blocks.filter((block) => !used.has(block)).sort((one, other) => other.middle - one.middle);
  while (rest.length > 0) {
    const level = rest[0]!;
    const peers = rest.filter((block) => level.middle - block.middle < LEVEL * block.size);
    for (const peer of peers) rest.splice(rest.indexOf(peer), 1);
    peers.sort((one, other) => one.centre - other.centre);
    // Only columns whose topmost text stands as low as those right below can have a text above it: a text half as far
    // down stands beside it, in the middle of two levels.
    const below = stacks.flatMap((stack, column) =>
      stack.length > 0 &&
      peers.some((peer) => overlap(peer.left, peer.right, columns[column]!.left, columns[column]!.right) > 0)
        ? [stack.at(-1)!.middle]
        : [],
    );
    const next = below.length > 0 ? leastOf(below) : level.middle;
    const free = stacks.map(
      (stack) =>
        stack.length === 0 ||
        stack.at(-1)!.middle > Math.max(next - 0.4 * level.size, level.middle + LEVEL * level.size),
    );
    for (const [block, span] of share(peers, columns, free, counted)) {
      spans.set(block, span);
      for (let column = span.from; column < span.to; column++) stacks[column]!.push(block);
    }
  }
  for (const block of blocks) if (!spans.has(block)) put(block, columns, stacks, spans);
  return layered(stacks, spans);
}

/** A text that fits over no columns stands over the one it is nearest to: nothing printed is lost. */
function put(
  block: Block,
  columns: readonly ColumnSpan[],
  stacks: Block[][],
  spans: Map<Block, { from: number; to: number }>,
): void {
  const distance = ({ left, right }: ColumnSpan) => Math.max(left - block.centre, block.centre - right, 0);
  const column = columns.reduce((best, span, index) => (distance(span) < distance(columns[best]!) ? index : best), 0);
  spans.set(block, { from: column, to: column + 1 });
  const stack = stacks[column]!;
  stack.push(block);
  stack.sort((one, other) => other.middle - one.middle);
}

/** Deals runs of free columns to the texts over them, so that each text stands over the middle of its columns. */
function share(
  peers: readonly Block[],
  columns: readonly ColumnSpan[],
  free: readonly boolean[],
  counted: readonly boolean[],
): [Block, { from: number; to: number }][] {
  const found: [Block, { from: number; to: number }][] = [];
  for (let from = 0; from < columns.length;) {
    if (!free[from]) {
      from++;
      continue;
    }
    let to = from;
    while (to < columns.length && free[to]) to++;
    const start = columns[from]!.left;
    const end = columns[to - 1]!.right;
    const mine = peers.filter(({ centre }) => centre >= start && centre <= end);
    found.push(...dealt(mine, columns, from, to, counted));
    from = to;
  }
  return found;
}

/** Cuts the columns from `from` to `to` into one run for each text; a column may also stay without. */
function dealt(
  peers: readonly Block[],
  columns: readonly ColumnSpan[],
  from: number,
  to: number,
  counted: readonly boolean[],
): [Block, { from: number; to: number }][] {
  const count = to - from;
  if (peers.length === 0 || peers.length > count) return [];
  // cost[i][j]: the first i texts over the first j columns.
  const cost: number[][] = Array.from({ length: peers.length + 1 }, () =>
    Array.from({ length: count + 1 }, () => Infinity),
  );
  cost[0]![0] = 0;
  const cut: number[][] = Array.from({ length: peers.length + 1 }, () => Array.from({ length: count + 1 }, () => -1));
  for (let column = 1; column <= count; column++)
    cost[0]![column] = cost[0]![column - 1]! + unheaded(columns[from + column - 1]!);
  for (let text = 1; text <= peers.length; text++)
    for (let column = 1; column <= count; column++) {
      cost[text]![column] = cost[text]![column - 1]! + unheaded(columns[from + column - 1]!);
      const isLabel = LABELS.test(wordsOf(peers[text - 1]!));
      // What heads labels is over no column that has the number of one of figures.
      for (let start = column - 1; start >= 0; start--) {
        if (isLabel && counted[from + start]) break;
        const middle = (columns[from + start]!.left + columns[from + column - 1]!.right) / 2;
        const next = cost[text - 1]![start]! + Math.abs(middle - peers[text - 1]!.centre);
        if (next < cost[text]![column]!) {
          cost[text]![column] = next;
          cut[text]![column] = start;
        }
      }
    }
  const runs: [Block, { from: number; to: number }][] = [];
  let column = count;
  for (let text = peers.length; text > 0 && column > 0;) {
    const start = cut[text]![column]!;
    if (start < 0) column--;
    else {
      runs.unshift([peers[text - 1]!, { from: from + start, to: from + column }]);
      column = start;
      text--;
    }
  }
  return runs;
}

/** What it costs, in points off the middle, to leave a column without a text above. */
function unheaded({ left, right }: ColumnSpan): number {
  return Math.min(12, 0.3 * (right - left));
}

/** Gives each text its rows: those of the deepest column set the levels, and the others reach down to their successors. */
function layered(
  stacks: readonly (readonly Block[])[],
  spans: ReadonlyMap<Block, { from: number; to: number }>,
): Heading {
  const deepest = stacks.reduce((most, stack) => (stack.length > most.length ? stack : most), [] as readonly Block[]);
  const levels = [...deepest].reverse().map(({ middle }) => middle);
  const cells = new Map<Block, HeadingCell>();
  for (const stack of stacks) {
    const order = [...stack].reverse();
    let next = 0;
    const starts = order.map((block, index) => {
      const level = levels.findIndex((middle) => Math.abs(middle - block.middle) <= LEVEL * block.size);
      const start = index === 0 ? 0 : Math.max(next, level);
      next = start + 1;
      return start;
    });
    for (const [index, block] of order.entries()) {
      const span = spans.get(block)!;
      const end = starts[index + 1] ?? Math.max(levels.length, starts[index]! + 1);
      const known = cells.get(block);
      if (known) known.rowSpan = Math.min(known.rowSpan, end - known.row);
      else
        cells.set(block, {
          row: starts[index]!,
          column: span.from,
          rowSpan: Math.max(1, end - starts[index]!),
          columnSpan: span.to - span.from,
          pieces: block.pieces,
        });
    }
  }
  const rowCount = Math.max(0, ...[...cells.values()].map((cell) => cell.row + cell.rowSpan));
  return { rowCount, cells: [...cells.values()] };
}
