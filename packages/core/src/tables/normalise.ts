/** Chinese characters alone: no width, quote, bracket, number or punctuation is there to fold. Most labels are that. */
const BARE = /^[\u4e00-\u9fff]*$/;
const QUOTES = /["'“”‘’「」『』〝〞＂`´]/g;

/** As many titles and labels as are worth keeping, each as long as one can be. */
const KEPT = 4096;
const LONGEST = 80;

/** The same few hundred titles are compared over and over: what one comes to is worked out once. */
export function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size >= KEPT) known.clear();
    if (text.length <= LONGEST) known.set(text, result);
    return result;
  };
}

/** Words that stand for one quantity of several characters in print: NFKC also turns ⽀ (a radical) into 支. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .replace(QUOTES, "")
    .replace(/[〔【［[{]/g, "(")
    .replace(/[〕】］\]}]/g, ")")
    .replace(/[\s\u3000\u200b\ufeff_]/g, "");
}

/** 一、 (一) 1. ① 十二． before a label; a bare number only with its mark. */
const MARKER =
  /^(?:[一二三四五六七八九十]{1,3}[、.．,]|\([一二三四五六七八九十\d]{1,3}\)[、.．]?|\d{1,2}[、.．](?!\d))+/;

/**
 * A heading or label as it is compared: one form of width, brackets and quotes; no space, no number before it, no
 * punctuation at its end.
 *
 * @example normaliseLabel("一、一般公共预算财政拨款收入 ") // "一般公共预算财政拨款收入"
 */
export function normaliseLabel(text: string): string {
  return BARE.test(text) ? text : labelOf(text);
}

const labelOf = remembering((text) =>
  plain(text)
    .replace(MARKER, "")
    .replace(/[:：，,。;；、.]+$/, "")
    .replace(/[、，,·]/g, ""),
);

/** 公开01表, 财决01-1表, 附表1, 表1-1, 表二：, 决算公开表1 around a title. */
const FORM_NUMBER =
  /\(?(?:部门|单位)?(?:决算|财决|公开|批复|附)*(?:公开|财决|批复|附)(?:附)?表?\d{1,2}(?:-\d{1,2})?表?\)?[:：]?|^\(?附?表(?:\d{1,2}(?:-\d{1,2})?|[一二三四五六七八九十]{1,3}(?=[:：.、]))\)?[:：.、]?/g;

/**
 * A table's title as it is compared: as a label, without the number of the form and without 表's brackets.
 *
 * @example normaliseTitle("公开07表 财政拨款\"三公\"经费支出决算表（公开）") // "财政拨款三公经费支出决算表"
 */
export function normaliseTitle(text: string): string {
  return (BARE.test(text) ? text : titleOf(text)).replace(PUBLISHED, "决算表");
}

/** 收入支出决算公开表 is 收入支出决算表, published. */
const PUBLISHED = /决算公开表$/;

const titleOf = remembering((text) => {
  const title = normaliseLabel(plain(text).replace(MARKER, "").replace(FORM_NUMBER, ""));
  return title.replace(/\([^()]*\)$/, "").replace(FORM_NUMBER, "");
});

/** Whether two labels are the same words. */
export function sameLabel(left: string, right: string): boolean {
  return normaliseLabel(left) === normaliseLabel(right);
}
