import { endOf, type Piece, type PrintedLine } from "./lines.ts";

// Where a label or an amount fills its column, the line is printed to the left or the right of where others are. The
// rows that have something in every column say where the columns are; the others' texts go where they are nearest to.

type Kind = "words" | "amount" | "number";

interface Column {
  readonly kind: Kind;
  readonly left: number;
  readonly right: number;
}

/** So many rows with something in every column, and such a share of all, show the columns. */
const LEAST_FULL = 3;
const FULL_SHARE = 0.1;
/** By how many characters the best way to give texts their columns must be better than the next. */
const CLEARLY = 3;
/** Between columns, once they are straight. */
const GAP = 3;

/** The lines of a page with the columns of each table under each other. */
export function straightened(lines: readonly PrintedLine[]): PrintedLine[] {
  const straight: PrintedLine[] = [];
  for (let at = 0; at < lines.length;) {
    let to = at;
    while (to < lines.length && lines[to]!.part === "row") to++;
    if (to === at) {
      straight.push(lines[at++]!);
      continue;
    }
    const rows = lines.slice(at, to);
    const columns = columnsOf(rows);
    if (!columns) straight.push(...rows);
    else {
      const places = placesOf(columns, rows);
      // The headings go with the columns that they stand over.
      for (let above = straight.length - 1; above >= 0 && straight[above]!.part === "heading"; above--)
        straight[above] = {
          ...straight[above]!,
          pieces: straight[above]!.pieces.map((piece) => moved(piece, columns, places)),
        };
      straight.push(...rows.map((row) => ({ ...row, pieces: placed(row.pieces, columns, places) })));
    }
    at = to;
  }
  return straight;
}

function kindOf({ text }: Piece): Kind {
  if (/^[-−]?[\d,]+[.．]\d+$|^[-—－–]+$/.test(text)) return "amount";
  return /^[\d,]+$/.test(text) ? "number" : "words";
}

function columnsOf(rows: readonly PrintedLine[]): Column[] | undefined {
  const figured = rows.filter(({ pieces }) => pieces.some((piece) => kindOf(piece) !== "words"));
  const byCount = Map.groupBy(figured, ({ pieces }) => pieces.length);
  const enough = Math.max(LEAST_FULL, FULL_SHARE * figured.length);
  const count = [...byCount.keys()]
    .sort((one, other) => other - one)
    .find((length) => byCount.get(length)!.length >= enough);
  if (count === undefined || count < 3) return undefined;
  // Rows of the kinds that most of them have: a row that lacks one column and has another twice is none of them.
  const kinds = ({ pieces }: PrintedLine) => pieces.map(kindOf).join(" ").replaceAll("number", "amount");
  const groups = [...Map.groupBy(byCount.get(count)!, kinds).values()].sort((one, other) => other.length - one.length);
  const full = groups[0]!;
  if (full.length < enough) return undefined;
  const columns = Array.from({ length: count }, (_, index): Column => {
    const pieces = full.map((row) => row.pieces[index]!);
    const kind =
      kindOf(pieces[0]!) === "words"
        ? "words"
        : pieces.every((piece) => kindOf(piece) === "number")
          ? "number"
          : "amount";
    return { kind, left: median(pieces.map(({ from }) => from)), right: median(pieces.map(endOf)) };
  });
  // Where a text stands far from all columns of its kind, there is one more than these rows have.
  const isWhole = rows.every(({ pieces }) =>
    pieces.every((piece) => columns.some((column) => costOf(piece, column) <= FARTHEST)),
  );
  const sure = figured.filter(({ pieces }) => assigned(pieces, columns) !== undefined).length;
  return isWhole && sure >= SURE_SHARE * figured.length ? columns : undefined;
}

/** Of the rows with figures, so many must fall into the columns in one way alone. */
const SURE_SHARE = 0.85;

/** How many characters a text may have been printed from its column. */
const FARTHEST = 8;

/** The column of each text of a row; nothing where two ways are as good. */
function assigned(pieces: readonly Piece[], columns: readonly Column[]): number[] | undefined {
  if (pieces.length > columns.length) return undefined;
  // ways[i][j]: the two best costs of giving the first i texts columns before j, and how.
  type Way = { readonly cost: number; readonly chosen: readonly number[] };
  let ways: Way[][] = Array.from({ length: columns.length + 1 }, () => [{ cost: 0, chosen: [] }]);
  for (const piece of pieces) {
    const next: Way[][] = [[]];
    for (let column = 0; column < columns.length; column++) {
      const cost = costOf(piece, columns[column]!);
      const here =
        cost > FARTHEST ? [] : ways[column]!.map((way) => ({ cost: way.cost + cost, chosen: [...way.chosen, column] }));
      next.push([...next[column]!, ...here].sort((one, other) => one.cost - other.cost).slice(0, 2));
    }
    ways = next;
  }
  const [best, second] = ways[columns.length]!;
  if (!best || (second && second.cost - best.cost < CLEARLY)) return undefined;
  return [...best.chosen];
}

function costOf(piece: Piece, column: Column): number {
  const kind = kindOf(piece);
  const fits =
    kind === column.kind ||
    (kind === "number" && column.kind === "amount" && piece.text === "0") ||
    (kind === "amount" && /^[-—－–]+$/.test(piece.text) && column.kind !== "words");
  if (!fits) return Infinity;
  const [left, right] = [Math.abs(piece.from - column.left), Math.abs(endOf(piece) - column.right)];
  return kind === "words" ? left : kind === "amount" && piece.text.length > 2 ? right : Math.min(left, right);
}

/** Where each column begins and ends once it has room for the longest of its texts. */
function placesOf(columns: readonly Column[], rows: readonly PrintedLine[]): Column[] {
  const widths = columns.map(({ left, right }) => right - left);
  for (const { pieces } of rows)
    for (const [index, column] of (assigned(pieces, columns) ?? []).entries())
      widths[column] = Math.max(widths[column]!, pieces[index]!.text.length);
  let edge = 0;
  return columns.map(({ kind, left, right }, index) => {
    const width = widths[index]!;
    const start = Math.max(edge + GAP, kind === "words" ? left : right - width);
    edge = start + width;
    return { kind, left: start, right: edge };
  });
}

function placed(pieces: readonly Piece[], columns: readonly Column[], places: readonly Column[]): Piece[] {
  const own = assigned(pieces, columns);
  if (!own) return unsure(pieces, columns, places);
  return pieces.map((piece, index) => {
    const { kind, left, right } = places[own[index]!]!;
    return { ...piece, from: kind === "words" ? left : right - piece.text.length };
  });
}

/** Figures whose columns nobody can tell stay together, and so are bound to none. */
function unsure(pieces: readonly Piece[], columns: readonly Column[], places: readonly Column[]): Piece[] {
  const first = pieces.findIndex((piece) => kindOf(piece) === "amount");
  const [before, after] = first < 0 ? [pieces, []] : [pieces.slice(0, first), pieces.slice(first)];
  const words = before.map((piece) => moved(piece, columns, places));
  if (after.length === 0) return words;
  const at = moved(after[0]!, columns, places).from;
  return [...words, { from: at, text: after.map(({ text }) => text).join(" / ") }];
}

/** Moves a text as far as the column moves that it is nearest to. */
function moved(piece: Piece, columns: readonly Column[], places: readonly Column[]): Piece {
  const centre = (piece.from + endOf(piece)) / 2;
  const distance = ({ left, right }: Column) => Math.max(left - centre, centre - right, 0);
  const nearest = columns.reduce(
    (best, column, index) => (distance(column) < distance(columns[best]!) ? index : best),
    0,
  );
  const shift = (places[nearest]!.left + places[nearest]!.right - columns[nearest]!.left - columns[nearest]!.right) / 2;
  return { ...piece, from: piece.from + shift };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1]!;
}
