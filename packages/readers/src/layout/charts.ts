import type { PageContent } from "./content.ts";
import type { Frame } from "./frame.ts";
import { around, overlap, type Rectangle } from "./geometry.ts";

/** Drawn things nearer than this belong to one picture. */
const NEAR = 12;
const LEAST_WIDTH = 80;
const LEAST_HEIGHT = 60;
/** A picture over more of the page than this is its ground, not a chart. */
const GROUND = 0.4;
/** Bars, slices and curves that make a chart. */
const LEAST_SHAPES = 3;

/** Where charts and pictures stand: curves, and coloured areas that are not the ground of cells. */
export function chartAreas(content: PageContent, frames: readonly Frame[]): Rectangle[] {
  const sheet = content.width * content.height;
  const shapes = [
    ...content.pictures,
    ...content.fills.filter((fill) => !frames.some((frame) => isGround(fill, frame))),
  ].filter((shape) => size(shape) < GROUND * sheet);
  if (shapes.length === 0 || shapes.length > MOST_SHAPES) return [];
  return clustersOf(shapes)
    .filter((cluster) => {
      const box = around(cluster);
      if (box.right - box.left < LEAST_WIDTH || box.bottom - box.top < LEAST_HEIGHT) return false;
      if (cluster.length === 1) return content.pictures.includes(cluster[0]!);
      return cluster.length >= LEAST_SHAPES && !isStriped(cluster);
    })
    .map(around);
}

/** More shapes than this are a map or an outline of letters; no text is looked for among them. */
const MOST_SHAPES = 4_000;

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

/** Coloured rows of one width, or columns of one height: a table without lines. */
function isStriped(cluster: readonly Rectangle[]): boolean {
  const [first] = cluster;
  const same = (of: (shape: Rectangle) => number) => cluster.every((shape) => Math.abs(of(shape) - of(first!)) <= 2);
  return same(({ right, left }) => right - left) || same(({ bottom, top }) => bottom - top);
}

function clustersOf(shapes: readonly Rectangle[]): Rectangle[][] {
  let clusters: { box: Rectangle; shapes: Rectangle[] }[] = [];
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
