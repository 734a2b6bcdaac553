import type { Source } from "../figure/figure.ts";
import { writtenValue } from "../narrative/numbers.ts";
import { tableOf } from "../tables/catalogue.ts";
import type { Bilingual } from "./relation.ts";

/** A source, of which no part need be known; a report's sources are such, and name tables by their titles. */
export type Placed = { readonly [Part in keyof Source]?: Source[Part] | undefined };

/**
 * Where something stands, in a few words: 七（二）, 《收入决算表》“行政运行”行.
 *
 * @example placeOf({ section: "七、财政拨款三公经费… / （二）…" }).zh // "七（二）"
 */
export function placeOf(source: Placed): Bilingual {
  if (source.table !== undefined) {
    const table = tableOf(source.table);
    const title = table?.titles[0] ?? source.table;
    const row = source.row === undefined ? "" : `“${source.row}”行`;
    const column = source.column === undefined ? "" : `“${source.column}”列`;
    return {
      zh: `《${title}》${row}${column}`,
      en: `table “${table?.en ?? source.table}”${source.row === undefined ? "" : `, row ${source.row}`}${source.column === undefined ? "" : `, column ${source.column}`}`,
    };
  }
  const words = shortPath(source.section) ?? source.part;
  const page = source.page === undefined ? "" : `第${source.page}页`;
  if (words === undefined || words === "")
    return { zh: page === "" ? "文中" : page, en: page === "" ? "the text" : `page ${source.page}` };
  return { zh: words, en: `section ${inArabic(words)}` };
}

/** 五（三） is 5(3), 第七节 is 7; a title is told as it is. */
function inArabic(path: string): string {
  const [, bare] = /^第(.+)节$/.exec(path) ?? [];
  if (bare === undefined && !/^[一二三四五六七八九十]+（/.test(path)) return path;
  return (bare ?? path)
    .replaceAll(/[一二三四五六七八九十]+/g, (numeral) => String(writtenValue(numeral) ?? numeral))
    .replaceAll(/（(.+?)）/g, "($1)");
}

/** 七、财政拨款三公经费支出决算情况说明 / （二）… becomes 七（二）, without the second title 第七节; a title without a number stays as it is. */
function shortPath(section: string | undefined): string | undefined {
  if (section === undefined) return undefined;
  const titles = section.split(" / ");
  const markers = titles.map(
    (title) => /^(?:[一二三四五六七八九十]+(?=、)|（[一二三四五六七八九十]+）|\d+(?=[、.]))/.exec(title)?.[0],
  );
  if (markers.every((marker) => marker !== undefined)) {
    const path = markers.join("");
    // 二 by itself reads like a number in a sentence.
    return /^[一二三四五六七八九十]+$/.test(path) ? `第${path}节` : path;
  }
  const last = titles.at(-1)!;
  const short = last.length <= 24 ? last : `${last.slice(0, 22)}…`;
  // A numbered title under one without a number would run into the words around it.
  return markers.at(-1) === undefined ? short : `“${short}”`;
}
