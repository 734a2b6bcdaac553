import type { Rule } from "../../layout/content.ts";
import type { PageImage } from "@juesuan/core";

/** Darker than this is ink. */
const INK = 150;
/** Shorter than this, in inches, a stroke is part of a character. */
const SHORTEST = 0.3;
/** Thicker than this, in inches, it is a bar or a picture. */
const THICKEST = 0.03;
/** Pixels that a worn line may miss. */
const GAP = 3;

interface Stroke {
  readonly horizontal: boolean;
  from: number;
  to: number;
  /** Sums over its runs, for its middle. */
  weight: number;
  moment: number;
  last: number;
  readonly runs: { readonly across: number; readonly from: number; readonly to: number }[];
}

/** The ruled lines of a picture, in pixels, and the picture without them: lines through characters mislead recognition. */
export function withoutLines(image: PageImage): { readonly lines: readonly Rule[]; readonly image: PageImage } {
  const strokes = [...strokesOf(image, true), ...strokesOf(image, false)].filter(
    ({ weight, from, to }) => weight / (to - from) <= THICKEST * image.resolution,
  );
  const grey = image.grey.slice();
  const { width, height } = image;
  for (const { horizontal, runs } of strokes)
    for (const { across, from, to } of runs)
      for (let along = Math.max(0, from - 1); along <= Math.min((horizontal ? width : height) - 1, to); along++)
        for (
          let near = Math.max(0, across - 1);
          near <= Math.min((horizontal ? height : width) - 1, across + 1);
          near++
        )
          grey[horizontal ? near * width + along : along * width + near] = 255;
  const lines = strokes.map(({ horizontal, from, to, weight, moment }) => ({
    horizontal,
    at: moment / weight,
    from,
    to,
  }));
  return { lines, image: { ...image, grey } };
}

function strokesOf({ width, height, resolution, grey }: PageImage, horizontal: boolean): Stroke[] {
  const shortest = SHORTEST * resolution;
  const [across, along] = horizontal ? [height, width] : [width, height];
  const found: Stroke[] = [];
  let open: Stroke[] = [];
  for (let line = 0; line < across; line++) {
    const next: Stroke[] = [];
    let from = -1;
    let dark = -1;
    for (let place = 0; place <= along; place++) {
      const ink = place < along && grey[horizontal ? line * width + place : place * width + line]! < INK;
      if (ink) {
        if (from < 0) from = place;
        dark = place;
      } else if (from >= 0 && (place === along || place - dark > GAP)) {
        if (dark + 1 - from >= shortest) add(line, from, dark + 1, next);
        from = -1;
      }
    }
    found.push(...open.filter(({ last }) => last < line - 1));
    open = [...open.filter(({ last }) => last >= line - 1), ...next];
  }
  return [...found, ...open];

  function add(line: number, from: number, to: number, next: Stroke[]): void {
    const length = to - from;
    const run = { across: line, from, to };
    const known = open.find((stroke) => stroke.last >= line - 1 && stroke.from < to && stroke.to > from);
    if (!known) {
      next.push({ horizontal, from, to, weight: length, moment: length * (line + 0.5), last: line, runs: [run] });
      return;
    }
    known.from = Math.min(known.from, from);
    known.to = Math.max(known.to, to);
    known.weight += length;
    known.moment += length * (line + 0.5);
    known.last = line;
    known.runs.push(run);
  }
}
