import type { Manifest, SeededError } from "./generate.ts";

/**
 * What a checker says is wrong in a file, in the least that any checker can say: the words around the place as they stand
 * there, or a message that names what is missing. `expected` is what it says should be printed, for each of
 * its places where there are several.
 */
export interface Claim {
  readonly file: string;
  readonly context: string;
  readonly message: string;
  readonly expected?: string | readonly string[];
}

export interface KindScore {
  readonly seeded: number;
  readonly found: number;
  /** Of those found with a right value to be named: named. */
  readonly valued: number;
  readonly named: number;
}

export interface Score extends KindScore {
  readonly files: number;
  readonly kinds: Readonly<Record<string, KindScore>>;
  /** Claims that hit nothing that was put in; in files without mistakes, and in the others. */
  readonly falseInTrueFiles: number;
  readonly trueFiles: number;
  readonly extra: number;
  readonly claims: number;
}

const bare = (text: string): string => text.normalize("NFKC").replaceAll(/[\s|]/g, "");

/** Letters around the wrong words that a claim's context must share. */
const SHARED = 5;

/** Whether a claim points at a mistake: its words around the place are the file's around the mistake. */
export function hits(error: SeededError, claim: Claim): boolean {
  if (error.names !== undefined) return bare(claim.message).includes(bare(error.names));
  const context = bare(claim.context);
  const around = bare(error.context);
  const wrong = bare(error.wrong);
  const before = around.slice(Math.max(0, error.at - SHARED), error.at);
  const after = around.slice(error.at + wrong.length, error.at + wrong.length + SHARED);
  return context.includes(before + wrong + after);
}

/** Holds a checker's claims against what was put into the corpus. */
export function scoreClaims(manifest: Manifest, claims: readonly Claim[]): Score {
  const kinds: Record<string, { seeded: number; found: number; valued: number; named: number }> = {};
  let falseInTrueFiles = 0;
  let extra = 0;
  let trueFiles = 0;
  for (const { file, errors } of manifest.files) {
    const own = claims.filter((claim) => claim.file === file || claim.file.endsWith(`/${file}`));
    if (errors.length === 0) {
      trueFiles++;
      falseInTrueFiles += own.length;
      continue;
    }
    const used = new Set<Claim>();
    for (const error of errors) {
      const kind = (kinds[error.kind] ??= { seeded: 0, found: 0, valued: 0, named: 0 });
      kind.seeded++;
      const matching = own.filter((claim) => hits(error, claim));
      for (const claim of matching) used.add(claim);
      if (matching.length === 0) continue;
      kind.found++;
      if (!/\d/.test(error.right) || !/\d/.test(error.wrong)) continue;
      kind.valued++;
      const right = Number(error.right.replaceAll(/[^\d.]/g, ""));
      const values = matching.flatMap(({ expected }) => expected ?? []);
      if (values.some((value) => Number(value.replaceAll(/[^\d.]/g, "")) === right)) kind.named++;
    }
    extra += own.filter((claim) => !used.has(claim)).length;
  }
  const sum = (pick: keyof KindScore) => Object.values(kinds).reduce((total, kind) => total + kind[pick], 0);
  return {
    files: manifest.files.length,
    seeded: sum("seeded"),
    found: sum("found"),
    valued: sum("valued"),
    named: sum("named"),
    kinds,
    falseInTrueFiles,
    trueFiles,
    extra,
    claims: claims.length,
  };
}
