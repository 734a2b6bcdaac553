import type { PageContent } from "./content.ts";
import type { Frame } from "./frame.ts";
import { around, contains, overlap, type Rectangle } from "./geometry.ts";
import type { RuleGroup } from "./rules.ts";
import { boxOfRules } from "./rules.ts";
import { piecesByLine } from "./pieces.ts";
import type { Token } from "./tokens.ts";

/** Drawn things nearer than this belong to one picture. */
const NEAR = 12;
const LEAST_WIDTH = 80;
const LEAST_HEIGHT = 60;
/** A picture over more of the page than this is its ground, not a chart. */
const GROUND = 0.4;
/** Bars, lines and areas that make a chart; curves make one sooner. */
const LEAST_SHAPES = 3;
/** More shapes than this are a map or an outline of letters; no text is looked for among them. */
const MOST_SHAPES = 4_000;
/** A text of so many characters is no label. */
const LONG_TEXT = 20;
const SHORT_TEXT = 12;

interface Shape extends Rectangle {
  readonly kind: "picture" | "fill" | "axes";
}

/** Where charts and pictures stand: curves, and coloured areas that are not the ground of cells. */
export function chartAreas(
  content: PageContent,
  groups: readonly RuleGroup[],
  frames: readonly Frame[],
  tokens: readonly Token[],
): Rectangle[] {
  const sheet = content.width * content.height;
  const tables = frames.filter((frame) => isWritten(frame, tokens));
  const shapes: Shape[] = [
    ...content.pictures.map((box) => ({ ...box, kind: "picture" as const })),
    ...content.fills
      .filter((fill) => !frames.some((frame) => isGround(fill, frame)))
      .map((box) => ({ ...box, kind: "fill" as const })),
  ].filter(
    (shape) =>
      size(shape) < GROUND * sheet &&
      // A stamp on a table, the stroke through its first cell, a marked word.
      !tables.some((table) => contains(table, shape)) &&
      !(shape.kind === "fill" && tokens.some((token) => isMarked(token, shape))),
  );
  if (shapes.length === 0 || shapes.length > MOST_SHAPES) return [];
  // Bars stand on axes and among gridlines, which hold them together.
  const axes = groups
    .map((group) => ({ ...boxOfRules(group), kind: "axes" as const }))
    .filter((box) => shapes.filter((shape) => contains(box, shape)).length >= 2);
  return clustersOf([...shapes, ...axes])
    .filter((cluster) => isChart(cluster) && !isStamp(cluster))
    .map(around)
    .filter((area) => !tokens.some((token) => token.glyphs.length >= LONG_TEXT && contains(area, token)))
    .filter((area, _, areas) => !isOnRows(area, areas, tokens));
}

function isChart(cluster: readonly Shape[]): boolean {
  const box = around(cluster);
  if (box.right - box.left < LEAST_WIDTH || box.bottom - box.top < LEAST_HEIGHT) return false;
  return cluster.some(({ kind }) => kind === "picture") || (cluster.length >= LEAST_SHAPES && !isStriped(cluster));
}

/** Official seals are 38 to 58 mm wide. */
const LEAST_STAMP = 95;
const MOST_STAMP = 175;
const OFF_CENTRE = 4;

/** A ring, and within it nothing that stands off its middle: a seal, drawn or as a picture, whatever lies under it. */
function isStamp(cluster: readonly Shape[]): boolean {
  const box = around(cluster);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (width < LEAST_STAMP || width > MOST_STAMP || Math.abs(width - height) > 0.06 * width) return false;
  return cluster.every(
    ({ left, right, top, bottom }) =>
      Math.abs(left + right - box.left - box.right) < OFF_CENTRE &&
      Math.abs(top + bottom - box.top - box.bottom) < 0.16 * height,
  );
}

/** Labels of a chart stand in it, along its sides, or as its legend beside it. */
export function isLabel(token: Token, chart: Rectangle): boolean {
  const margin = 1.2 * token.size;
  const level = token.middle >= chart.top && token.middle <= chart.bottom;
  if (level && token.glyphs.length <= SHORT_TEXT) return true;
  return (
    token.left >= chart.left - margin &&
    token.right <= chart.right + margin &&
    token.middle >= chart.top - margin &&
    token.middle <= chart.bottom + 1.5 * margin
  );
}

/** A frame with words in half of its cells, or in two cells of half of its rows, is a table, whatever is painted on it. */
function isWritten(frame: Frame, tokens: readonly Token[]): boolean {
  if (frame.cells.length < 6) return false;
  const inside = tokens.filter((token) => contains(frame, token));
  const written = frame.cells.filter((cell) => inside.some((token) => contains(cell, token)));
  if (written.length * 2 >= frame.cells.length) return true;
  const rows = new Map<number, number>();
  for (const { row } of written) rows.set(row, (rows.get(row) ?? 0) + 1);
  const named = [...rows.values()].filter((cells) => cells >= 2).length;
  return named >= LEAST_ROWS && named * 2 >= frame.ys.length - 1;
}

/**
 * A stamp on a table without lines: rows go by beside it, with two texts at one of its sides. A chart has one label there,
 * or the name of a bar at its left and its value at its right; what belongs to another chart counts for nothing.
 */
function isOnRows(area: Rectangle, areas: readonly Rectangle[], tokens: readonly Token[]): boolean {
  const beside = tokens.filter(
    (token) =>
      token.middle > area.top &&
      token.middle < area.bottom &&
      !token.glyphs[0]!.turned &&
      !areas.some((other) => contains(other, token)),
  );
  const linesOn = (isOn: (token: Token) => boolean): number =>
    piecesByLine(beside.filter(isOn)).filter((line) => line.length >= 2).length;
  return (
    linesOn(({ right }) => right < area.left) >= LEAST_ROWS || linesOn(({ left }) => left > area.right) >= LEAST_ROWS
  );
}

/** Rows with a name and a figure that make a table. */
const LEAST_ROWS = 4;

/** The colour behind a word or a line of words. */
function isMarked(token: Token, fill: Rectangle): boolean {
  return contains(fill, token) && fill.bottom - fill.top <= 2.2 * token.size;
}

function size({ left, right, top, bottom }: Rectangle): number {
  return (right - left) * (bottom - top);
}

/** A fill whose sides run along the borders of a table colours its cells. */
function isGround(fill: Rectangle, frame: Frame): boolean {
  const near = (places: readonly number[], place: number) => places.some((at) => Math.abs(at - place) <= 3);
  const inside =
    overlap(fill.left, fill.right, frame.left, frame.right) > 0 &&
    overlap(fill.top, fill.bottom, frame.top, frame.bottom) > 0;
  return (
    inside &&
    near(frame.xs, fill.left) &&
    near(frame.xs, fill.right) &&
    near(frame.ys, fill.top) &&
    near(frame.ys, fill.bottom)
  );
}

/** Coloured rows of one width, or columns of one height: a table without lines, or with lines between its columns alone. */
function isStriped(cluster: readonly Shape[]): boolean {
  const fills = cluster.filter(({ kind }) => kind === "fill");
  const areRows = fills.every(
    ({ left, right }) => Math.abs(left - fills[0]!.left) <= 2 && Math.abs(right - fills[0]!.right) <= 2,
  );
  if (areRows || areCells(fills) || isGrid(fills)) return true;
  const [first] = cluster;
  const same = (of: (shape: Rectangle) => number) => cluster.every((shape) => Math.abs(of(shape) - of(first!)) <= 2);
  return same(({ right, left }) => right - left) || same(({ bottom, top }) => bottom - top);
}

/** Coloured cells, as high as each other and under each other in columns; the bars of a chart differ in height or in width. */
function areCells(fills: readonly Rectangle[]): boolean {
  const [first] = fills;
  const height = first ? first.bottom - first.top : 0;
  if (!fills.every(({ top, bottom }) => Math.abs(bottom - top - height) <= 2)) return false;
  const columns = Map.groupBy(fills, ({ left, right }) => `${Math.round(left)} ${Math.round(right)}`);
  return columns.size * 2 <= fills.length;
}

/** Coloured cells of a heading and of rows, some over several rows or columns: many share each border, as no bars do. */
function isGrid(fills: readonly Rectangle[]): boolean {
  const [lefts, tops] = (["left", "top"] as const).map(
    (side) => new Set(fills.map((fill) => Math.round(fill[side]))).size,
  );
  return Math.min(lefts!, tops!) >= 3 && fills.length >= 2 * Math.max(lefts!, tops!);
}

function clustersOf(shapes: readonly Shape[]): Shape[][] {
  let clusters: { box: Rectangle; shapes: Shape[] }[] = [];
  for (const shape of shapes) {
    const touching = clusters.filter(({ box }) => isNear(box, shape));
    const merged = {
      box: around([shape, ...touching.map(({ box }) => box)]),
      shapes: [shape, ...touching.flatMap((cluster) => cluster.shapes)],
    };
    clusters = [...clusters.filter((cluster) => !touching.includes(cluster)), merged];
  }
  return clusters.map((cluster) => cluster.shapes);
}

function isNear(one: Rectangle, other: Rectangle): boolean {
  return (
    overlap(one.left, one.right, other.left, other.right) > -NEAR &&
    overlap(one.top, one.bottom, other.top, other.bottom) > -NEAR
  );
}
