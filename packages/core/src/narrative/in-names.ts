/**
 * Numbers that belong to a name and measure nothing: 64排CT, 2型糖尿病, 65岁以上老人, 15分钟生活圈, 智慧法院3.0. What stands before and behind
 * the digits says so; each line is one way in which names hold numbers.
 */
interface NumberInName {
  /** What the digits are like. */
  readonly printed: RegExp;
  /** What stands right before them; anything where absent. */
  readonly before?: RegExp;
  /** What stands right behind them; anything where absent. */
  readonly after?: RegExp;
}

const WHOLE = /^\d{1,5}$/;
/** 名, 人, … behind an age: 60岁5人 counts; 年龄45岁 measures. */
const AGE = "(?:周)?岁";
const ABOVE = "(?:（含）)?(?:及)?以[上下](?:（含）)?";
/** 圈, 工程: what the words before a name's noun may be. */
const WORDS = "[一-龥]";

const IN_NAMES: readonly NumberInName[] = [
  // 64排CT, 128排螺旋CT, 16导联心电图机
  { printed: WHOLE, after: /^(?:排|层|导联?|通道)(?:螺旋|彩超|[A-Z]|心电|超声)/ },
  // 2型糖尿病, 1型
  { printed: /^\d$/, after: /^型(?:糖尿病|肝炎|流感|呼吸衰竭)/ },
  // 65岁以上老年人, 60周岁, 0—6岁儿童, 3至6岁, 35—64岁妇女; not 平均年龄45岁
  { printed: /^\d{1,3}$/, before: /(?<!年龄(?:为|达|约|在)?)$/, after: new RegExp(`^${AGE}`) },
  {
    printed: /^\d{1,3}$/,
    before: /(?<!年龄(?:为|达|约|在)?)$/,
    after: new RegExp(`^(?:${AGE})?[-—~～至到]{1,2}\\d{1,3}${AGE}`),
  },
  // 15分钟生活圈, 30分钟急救圈
  { printed: WHOLE, after: /^分钟[^，。；：、（）\d]{0,8}圈/ },
  // 24小时自助服务区, 7×24小时
  { printed: /^24$/, after: /^小时(?:自助|值班|在线|不间断|开放|服务|便利|书房|图书馆|值守|热线|监控|备勤)/ },
  { printed: /^7$/, after: /^[×*xX]24/ },
  { printed: /^24$/, before: /7[×*xX]$/ },
  // 1∶500地形图, 1:10000
  { printed: /^1$/, after: /^[∶：](?:\d+00(?!\d)|\d+万(?!元))/ },
  { printed: /^\d+00$|^\d{1,3}$/, before: /(?<!\d)1[∶：]$/, after: /^(?:万)?(?!\d|[万亿]?元)/ },
  // 小（2）型水库, 小1型水库
  { printed: /^[12]$/, before: /小（?$/, after: /^）?型/ },
  // 智慧法院3.0建设, 2.0版
  {
    printed: /^\d{1,2}\.\d$/,
    before: /[一-龥]$/,
    after: /^(?:版|建设|项目|系统|平台|工程|升级|行动|计划|改造|模式|时代|标准)/,
  },
  // 3155工程, 211工程, 110指挥中心
  {
    printed: /^\d{2,5}$/,
    before: /(?<![约共达为是了个等、及和]|\d)$/,
    after: /^(?:工程(?![量款]|项目|款)|行动|战略|指挥中心|接处?警)/,
  },
  // 319国道, 110千伏变电站, 120马力打捞船, 500强企业
  { printed: /^\d{2,4}$/, after: new RegExp(`^(?:[国省县]道|(?:千伏|马力|强)${WORDS}{2,})`) },
  // 30瓦太阳能灯20盏, 25升水枪120支
  {
    printed: WHOLE,
    after: new RegExp(`^(?:瓦|升|毫升|毫米|厘米|英寸|伏)(?!以)${WORDS}{2,10}\\d`),
  },
  // 3·15晚会, 12•4宪法日
  { printed: /^\d{1,2}$/, after: /^[·•]\d{1,2}[一-龥]/ },
  { printed: /^\d{1,2}$/, before: /\d[·•]$/, after: /^[一-龥]/ },
  // 3+2学制, 1+N
  { printed: /^\d$/, before: /(?<![\d.])$/, after: /^\+(?:\d[^\d.+]|[XNxn])/ },
  { printed: /^\d$/, before: /(?<![\d.])\d\+$/, after: /^(?![\d.+万元%])/ },
  // 58座以上校车0辆, 65英寸以上交互式一体机214台, 12班以上标准运动场7个: which of them are counted
  {
    printed: WHOLE,
    after: new RegExp(`^(?:座|英寸|寸|班|匹|吨|千瓦|平方米|层|米|张床位?)${ABOVE}的?(?!的)${WORDS}{2,12}\\d`),
  },
  // 100万元以上项目19个
  { printed: /^\d{1,4}$/, after: new RegExp(`^万元${ABOVE}的?${WORDS}{0,6}项目(?:\\d|共|有)`) },
];

const REACH = 16;

/** Whether a number that no other rule knows belongs to a name. */
export function isInName(text: string, start: number, end: number, printed: string): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH + 8);
  return IN_NAMES.some(
    (form) => form.printed.test(printed) && (form.before?.test(before) ?? true) && (form.after?.test(after) ?? true),
  );
}

/** For each digit and the point a character that no document has, so that rules on words take a name with its number for words. */
const LETTERS = ["龗", "龖", "龞", "龝", "龡", "龣", "龤", "龥", "齾", "齽", "齼"] as const;
const POINT = 10;
const ANY_LETTER = new RegExp(`[${LETTERS.join("")}]`, "g");

/** The text with the numbers of names as words, of the same length; see {@link asPrinted}. */
export function withNamesAsWords(
  text: string,
  names: readonly { readonly start: number; readonly end: number }[],
): string {
  if (names.length === 0 || text.search(ANY_LETTER) >= 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of names) {
    const letters = text
      .slice(start, end)
      .replace(/[\d.,]/g, (character) => LETTERS[character >= "0" ? Number(character) : POINT]!);
    pieces.push(text.slice(at, start), letters);
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces.join("");
}

/** What was read of such a text, with the numbers of its names as they are printed. */
export function asPrinted<T>(read: T): T {
  if (typeof read === "string")
    return read.replace(ANY_LETTER, (letter) => {
      const digit = LETTERS.indexOf(letter as (typeof LETTERS)[number]);
      return digit === POINT ? "." : String(digit);
    }) as T;
  if (Array.isArray(read)) return read.map(asPrinted) as T;
  if (typeof read !== "object" || read === null) return read;
  return Object.fromEntries(Object.entries(read).map(([name, value]) => [name, asPrinted(value)])) as T;
}
