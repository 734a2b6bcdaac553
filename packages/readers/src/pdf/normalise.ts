/**
 * Compatibility characters that PDF producers write for ordinary ones, because a font maps both to one glyph: radicals
 * for ideographs (⽉ for 月), compatibility ideographs, full-width digits and Latin letters, ligatures. What is left
 * alone: full-width punctuation, which is how Chinese is written, and circled numbers, which number lists.
 */
const RADICALS_SUPPLEMENT: Readonly<Record<string, string>> = {
  "⺀": "冫",
  "⺁": "厂",
  "⺃": "乚",
  "⺄": "乙",
  "⺅": "亻",
  "⺆": "冂",
  "⺇": "几",
  "⺈": "刀",
  "⺉": "刂",
  "⺊": "卜",
  "⺋": "卩",
  "⺌": "小",
  "⺍": "小",
  "⺎": "尢",
  "⺏": "尢",
  "⺒": "巳",
  "⺓": "幺",
  "⺔": "彑",
  "⺕": "彐",
  "⺖": "忄",
  "⺗": "心",
  "⺘": "扌",
  "⺙": "攵",
  "⺛": "旡",
  "⺜": "日",
  "⺝": "月",
  "⺞": "歹",
  "⺟": "母",
  "⺠": "民",
  "⺡": "氵",
  "⺢": "水",
  "⺣": "灬",
  "⺤": "爪",
  "⺥": "爫",
  "⺦": "丬",
  "⺧": "牛",
  "⺨": "犭",
  "⺩": "王",
  "⺪": "疋",
  "⺫": "目",
  "⺬": "示",
  "⺭": "礻",
  "⺮": "竹",
  "⺯": "糹",
  "⺰": "纟",
  "⺱": "网",
  "⺲": "罒",
  "⺳": "网",
  "⺴": "网",
  "⺵": "网",
  "⺶": "羊",
  "⺷": "羊",
  "⺸": "羊",
  "⺹": "耂",
  "⺺": "肀",
  "⺻": "聿",
  "⺼": "肉",
  "⺽": "臼",
  "⺾": "艹",
  "⺿": "艹",
  "⻀": "艹",
  "⻁": "虎",
  "⻂": "衤",
  "⻃": "西",
  "⻄": "西",
  "⻅": "见",
  "⻆": "角",
  "⻇": "角",
  "⻈": "讠",
  "⻉": "贝",
  "⻊": "足",
  "⻋": "车",
  "⻌": "辶",
  "⻍": "辶",
  "⻎": "辶",
  "⻏": "阝",
  "⻐": "钅",
  "⻑": "長",
  "⻒": "镸",
  "⻓": "长",
  "⻔": "门",
  "⻕": "阜",
  "⻖": "阝",
  "⻗": "雨",
  "⻘": "青",
  "⻙": "韦",
  "⻚": "页",
  "⻛": "风",
  "⻜": "飞",
  "⻝": "食",
  "⻟": "飠",
  "⻠": "饣",
  "⻡": "首",
  "⻢": "马",
  "⻣": "骨",
  "⻤": "鬼",
  "⻥": "鱼",
  "⻦": "鸟",
  "⻧": "卤",
  "⻨": "麦",
  "⻩": "黄",
  "⻪": "黾",
  "⻫": "斉",
  "⻬": "齐",
  "⻭": "歯",
  "⻮": "齿",
  "⻯": "竜",
  "⻰": "龙",
  "⻱": "龜",
  "⻲": "亀",
  "⻳": "龟",
};

/** A code point as text reads it; "" for what is not printed. */
export function normalise(code: number): string {
  if (code >= 0x4e00 && code <= 0x9fff) return String.fromCharCode(code);
  if (code > 0x20 && code < 0x7f) return String.fromCharCode(code);
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return "";
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff) return "";
  if (code === 0xfffe || code === 0xffff || code > 0x10ffff) return "";
  const character = String.fromCodePoint(code);
  if (code >= 0x2e80 && code <= 0x2eff) return RADICALS_SUPPLEMENT[character] ?? character.normalize("NFKC");
  const folds =
    (code >= 0x2f00 && code <= 0x2fdf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfb00 && code <= 0xfb06) ||
    (code >= 0x2f800 && code <= 0x2fa1f) ||
    isFoldedFullWidth(code);
  return folds ? character.normalize("NFKC") : character;
}

/** ０-９ Ａ-Ｚ ａ-ｚ ％ ＋ － ．: parts of numbers and codes. */
function isFoldedFullWidth(code: number): boolean {
  return (
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a) ||
    code === 0xff05 ||
    code === 0xff0b ||
    code === 0xff0d ||
    code === 0xff0e
  );
}

/** Spaces of every width: they part words and are not printed. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f
  );
}
