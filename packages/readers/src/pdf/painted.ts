import { LIMITS } from "../detect/limits.ts";
import { tooLarge } from "../detect/too-large.ts";
import type { Rule } from "../layout/content.ts";
import { compose, transformed, type Rectangle, type Transform } from "../layout/geometry.ts";
import type { Pdfium } from "./engine.ts";

/** What is painted on a page besides text. */
export interface Painted {
  readonly rules: readonly Rule[];
  readonly fills: readonly Rectangle[];
  /** Curves and oblique lines: parts of charts. */
  readonly curves: readonly Rectangle[];
  readonly images: readonly Rectangle[];
  /** The text objects, in the order they are painted. */
  readonly texts: readonly number[];
}

const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const SHADING = 4;
const FORM = 5;
const DEEPEST_FORM = 12;

/** A rectangle thinner than this is a line that somebody filled instead of stroked. */
const THICKEST_RULE = 3;
const SHORTEST_RULE = 0.8;
const NEARLY_STRAIGHT = 0.4;

/** Paler than this nobody sees it on white paper. */
const WHITE = 250;

/** Collects lines, areas and images in the coordinates that `toReading` leads to. */
export function readPainted(pdfium: Pdfium, page: number, toReading: Transform, scratch: number): Painted {
  const { calls } = pdfium;
  const rules: Rule[] = [];
  const paleRules: Rule[] = [];
  const fills: Rectangle[] = [];
  const curves: Rectangle[] = [];
  const images: Rectangle[] = [];
  const texts: number[] = [];
  let budget: number = LIMITS.pageDrawings;
  const spend = (cost: number) => {
    budget -= cost;
    if (budget < 0) throw tooLarge("一页上的图形过多", "too many drawings on one page");
  };
  const floats = () => new Float32Array(pdfium.memory(), scratch, 8);
  const integers = () => new Uint32Array(pdfium.memory(), scratch, 8);

  const walk = (count: number, at: (index: number) => number, toFrame: Transform, depth: number): void => {
    for (let index = 0; index < count; index++) {
      spend(1);
      const object = at(index);
      if (object === 0) continue;
      const type = calls.FPDFPageObj_GetType(object);
      if (type === TEXT) texts.push(object);
      else if (type === PATH) path(object, toFrame);
      else if (type === IMAGE || type === SHADING) {
        const box = boundsOf(object, toFrame);
        if (!thin(box, rules)) images.push(box);
      } else if (type === FORM && depth < DEEPEST_FORM) {
        calls.FPDFPageObj_GetMatrix(object, scratch);
        const [a, b, c, d, e, f] = floats();
        const inner = compose(toFrame, [a!, b!, c!, d!, e!, f!]);
        walk(
          calls.FPDFFormObj_CountObjects(object),
          (next) => calls.FPDFFormObj_GetObject(object, next),
          inner,
          depth + 1,
        );
      }
    }
  };

  const boundsOf = (object: number, toFrame: Transform): Rectangle => {
    calls.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    const [left, bottom, right, top] = floats();
    return transformed(toFrame, { left: left!, top: top!, right: right!, bottom: bottom! });
  };

  const path = (object: number, toFrame: Transform): void => {
    calls.FPDFPath_GetDrawMode(object, scratch, scratch + 4);
    const [fillMode, stroked] = integers();
    const filled = fillMode !== 0;
    if (!filled && stroked === 0) return;
    const paleFill = !filled || isPale(object, "FPDFPageObj_GetFillColor");
    const paleStroke = stroked === 0 || isPale(object, "FPDFPageObj_GetStrokeColor");
    const box = boundsOf(object, toFrame);
    const segments = calls.FPDFPath_CountSegments(object);
    const ink = paleFill && paleStroke ? paleRules : rules;
    if (segments <= 2) {
      if (!thin(box, ink)) curves.push(box);
      return;
    }
    if (segments <= 5 && thin(box, ink)) return;
    spend(segments);
    calls.FPDFPageObj_GetMatrix(object, scratch);
    const [a, b, c, d, e, f] = floats();
    const toPoint = compose(toFrame, [a!, b!, c!, d!, e!, f!]);
    for (const subpath of subpathsOf(object, segments, toPoint)) {
      const around = bounds(subpath.points);
      if (subpath.points.length <= 6 && !subpath.curved && thin(around, ink)) continue;
      const upright = !subpath.curved && isRectangular(subpath.points);
      if (upright && filled && !paleFill) fills.push(around);
      else if (!upright && !(paleFill && paleStroke)) curves.push(around);
      if (stroked !== 0) edges(subpath, paleStroke ? paleRules : rules);
    }
  };

  const isPale = (object: number, get: "FPDFPageObj_GetFillColor" | "FPDFPageObj_GetStrokeColor"): boolean => {
    if (calls[get](object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false;
    const [red, green, blue, alpha] = integers();
    return alpha! < 8 || (red! >= WHITE && green! >= WHITE && blue! >= WHITE);
  };

  const subpathsOf = (object: number, segments: number, toPoint: Transform): Subpath[] => {
    const found: Subpath[] = [];
    let open: Subpath | undefined;
    const [a, b, c, d, e, f] = toPoint;
    for (let index = 0; index < segments; index++) {
      const segment = calls.FPDFPath_GetPathSegment(object, index);
      const type = calls.FPDFPathSegment_GetType(segment);
      calls.FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
      const [x, y] = floats();
      const point = { x: a * x! + c * y! + e, y: b * x! + d * y! + f };
      if (type === MOVE_TO || !open) {
        open = { points: [], curved: false };
        found.push(open);
      }
      if (type === BEZIER_TO) open.curved = true;
      open.points.push(point);
      if (calls.FPDFPathSegment_GetClose(segment) !== 0) open.points.push(open.points[0]!);
    }
    return found;
  };

  walk(calls.FPDFPage_CountObjects(page), (index) => calls.FPDFPage_GetObject(page, index), toReading, 0);
  // White lines part cells where they cross a coloured ground, and nowhere else.
  for (const rule of paleRules) if (fills.some((fill) => crosses(fill, rule))) rules.push(rule);
  return { rules, fills, curves, images, texts };
}

const BEZIER_TO = 1;
const MOVE_TO = 2;

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Subpath {
  readonly points: Point[];
  curved: boolean;
}

function thin(box: Rectangle, into: Rule[]): boolean {
  const width = box.right - box.left;
  const height = box.bottom - box.top;
  if (height <= THICKEST_RULE && width >= Math.max(SHORTEST_RULE, height)) {
    into.push({ horizontal: true, at: (box.top + box.bottom) / 2, from: box.left, to: box.right });
    return true;
  }
  if (width <= THICKEST_RULE && height >= Math.max(SHORTEST_RULE, width)) {
    into.push({ horizontal: false, at: (box.left + box.right) / 2, from: box.top, to: box.bottom });
    return true;
  }
  return width <= THICKEST_RULE && height <= THICKEST_RULE;
}

function edges({ points, curved }: Subpath, into: Rule[]): void {
  if (curved) return;
  for (let index = 1; index < points.length; index++) {
    const one = points[index - 1]!;
    const other = points[index]!;
    const across = Math.abs(one.x - other.x);
    const down = Math.abs(one.y - other.y);
    if (down <= NEARLY_STRAIGHT && across > SHORTEST_RULE)
      into.push({ horizontal: true, at: one.y, from: Math.min(one.x, other.x), to: Math.max(one.x, other.x) });
    else if (across <= NEARLY_STRAIGHT && down > SHORTEST_RULE)
      into.push({ horizontal: false, at: one.x, from: Math.min(one.y, other.y), to: Math.max(one.y, other.y) });
  }
}

function isRectangular(points: readonly Point[]): boolean {
  if (points.length < 4) return false;
  return points.every((point, index) => {
    const next = points[(index + 1) % points.length]!;
    return Math.abs(point.x - next.x) <= NEARLY_STRAIGHT || Math.abs(point.y - next.y) <= NEARLY_STRAIGHT;
  });
}

function bounds(points: readonly Point[]): Rectangle {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const { x, y } of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

function crosses(fill: Rectangle, rule: Rule): boolean {
  const middle = (rule.from + rule.to) / 2;
  const [x, y] = rule.horizontal ? [middle, rule.at] : [rule.at, middle];
  return x >= fill.left - 1 && x <= fill.right + 1 && y >= fill.top - 1 && y <= fill.bottom + 1;
}
