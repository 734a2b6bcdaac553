import type { Source } from "../figure/figure.ts";

/**
 * A short name for a finding that stays the same when the text around it is edited: from the relation, the place without
 * its offsets, and a key. FNV-1a in 64 bits: nobody has to be kept from forging one.
 */
export function fingerprintOf(relation: string, source: Source | undefined, key: string): string {
  return fnv1a([relation, source === undefined ? "" : stablePlace(source), plain(key)].join("\u0000"));
}

/** Where it stands, without what shifts: offsets, pages, numbers before titles, years. */
function stablePlace(source: Source): string {
  return [source.table, source.row, source.column, source.table === undefined ? source.section : undefined]
    .map((part) =>
      plain(part ?? "").replace(/[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|(?:19|20)\d{2}/g, ""),
    )
    .join("\u0001");
}

function plain(text: string): string {
  return text.normalize("NFKC").replace(/[\s"'“”‘’*#]/g, "");
}

const PRIME = 0x100000001b3n;

function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit & 0xff)) * PRIME);
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit >> 8)) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
