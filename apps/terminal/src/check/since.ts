import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { UsageError } from "../streams.ts";
import type { Input } from "./inputs.ts";

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** The moment that the user means: `3d`, `2h`, a date, or a file, whose own moment counts. In milliseconds. */
export async function momentOf(text: string, cwd: string, now: number): Promise<number> {
  const span = /^(\d+)([mhdw])$/.exec(text);
  if (span) return now - Number(span[1]) * UNITS[span[2] as keyof typeof UNITS];
  const file = await stat(resolve(cwd, text)).catch(() => undefined);
  if (file) return file.mtimeMs;
  const date = /^\d{4}-\d{2}-\d{2}/.test(text) ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(date)) return date;
  throw new UsageError(
    `--since 应为日期（2026-08-01）、时长（3d、2h）或文件名，不能是“${text}”。`,
    `--since is a date (2026-08-01), a span (3d, 2h) or a file, not "${text}".`,
  );
}

/** The inputs that changed after a moment. What has no time of its own, such as standard input, counts as changed. */
export async function changedSince(inputs: readonly Input[], moment: number): Promise<Input[]> {
  const changed: Input[] = [];
  for (const input of inputs) {
    const found = input.path === undefined ? undefined : await stat(input.path).catch(() => undefined);
    if (!found || found.mtimeMs > moment) changed.push(input);
  }
  return changed;
}
