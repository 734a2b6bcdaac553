import { CODES } from "./codes.ts";

/** 省级, 地级, 县级, 乡级. */
export type Level = "province" | "prefecture" | "county" | "township";

/** An administrative division of GB/T 2260. */
export interface Division {
  /** Six digits: 510411. */
  readonly code: string;
  /** From the province down: 四川省攀枝花市仁和区. */
  readonly name: string;
  readonly level: Exclude<Level, "township">;
}

/** Who a department is, as far as its name and the words of its region tell. */
export interface Identity {
  /** The code; empty where the names do not tell which division it is. */
  readonly division: string;
  readonly level: Level | "";
  /** The kind of department: its name without the place. 人力资源和社会保障局. */
  readonly office: string;
}

// The table is searched as the text that it is: making an object of each of its lines takes longer than a document needs
// to be read, and a document asks for the few places that its name begins with.

/** The name of a code; undefined where the standard has none. */
function nameOf(code: string): string | undefined {
  if (code.length !== CODE_DIGITS) return undefined;
  if (CODES.startsWith(code)) return nameAt(0);
  const before = CODES.indexOf(`\n${code}`);
  return before < 0 ? undefined : nameAt(before + 1);
}

/** The name in the line that begins at an index. */
function nameAt(line: number): string {
  const end = CODES.indexOf("\n", line);
  return CODES.slice(line + CODE_DIGITS, end < 0 ? CODES.length : end);
}

const CODE_DIGITS = 6;

/** A place by one of the names that it is called by. */
interface Called {
  readonly name: string;
  readonly code: string;
}

/** The places whose names begin with two characters, in the order of the table. */
function placesBeginning(start: string): readonly Called[] {
  const found: Called[] = [];
  const plains = new Set<string>();
  for (let at = CODES.indexOf(start); at >= 0; at = CODES.indexOf(start, at + 1)) {
    const line = at - CODE_DIGITS;
    if (line < 0 || (line > 0 && CODES[line - 1] !== "\n")) continue;
    const code = CODES.slice(line, at);
    const name = nameAt(line);
    found.push({ name, code });
    // 四川, 内蒙古, 新疆: provinces are called by their short names too.
    const short = code.endsWith("0000") ? shortNameOf(name) : name;
    if (short !== name) found.push({ name: short, code });
    const plain = withoutPeoples(name);
    if (plain === undefined || plains.has(plain)) continue;
    plains.add(plain);
    found.push({ name: plain, code });
  }
  return found;
}

/** The peoples that autonomous prefectures and counties are named after. */
const PEOPLES =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|普米|鄂温克|鄂伦春|保安|裕固|独龙";
const AUTONOMOUS = new RegExp(`^([一-龥]{2,8}?)(?:(?:${PEOPLES})族?|各族|蒙古)+自治(州|县|旗)$`);

/** 民和回族土族自治县 calls itself 民和县, 红河哈尼族彝族自治州 红河州. */
function withoutPeoples(name: string): string | undefined {
  if (!name.includes("自治")) return undefined;
  const [, place, kind] = AUTONOMOUS.exec(name) ?? [];
  return place === undefined ? undefined : `${place}${kind}`;
}

/**
 * What a province is called in short.
 *
 * @example shortNameOf("广西壮族自治区") // "广西"
 */
export function shortNameOf(province: string): string {
  return province.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/, "");
}

/** The digits that all divisions within this one begin with. */
export function prefixOf(code: string): string {
  return code.replace(/(?:00)+$/, "");
}

/** The division with this code; undefined where the standard has none. */
export function divisionOf(code: string): Division | undefined {
  return nameOf(code) === undefined ? undefined : divisionNamed(code, nameOf);
}

function divisionNamed(code: string, nameOfCode: (code: string) => string | undefined): Division {
  const chain = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const parts = [...new Set(chain)].map((one) => nameOfCode(one) ?? "");
  const level = code.endsWith("0000") ? "province" : code.endsWith("00") ? "prefecture" : "county";
  return { code, name: parts.join(""), level };
}

/** Every division, by code. */
export function divisions(): readonly Division[] {
  const names = new Map(
    CODES.split("\n").map((line) => [line.slice(0, CODE_DIGITS), line.slice(CODE_DIGITS)] as const),
  );
  return [...names.keys()].map((code) => divisionNamed(code, (one) => names.get(one)));
}

/** Reads names of places from the start of a text; says which divisions they can be, and where the names end. */
function parse(text: string, within: readonly string[]): { readonly codes: readonly string[]; readonly end: number } {
  let codes = within;
  let end = 0;
  for (;;) {
    const start = text.slice(end, end + 2);
    const here = start.length < 2 ? [] : placesBeginning(start).filter(({ name }) => text.startsWith(name, end));
    const possible =
      codes.length === 0 ? here : here.filter(({ code }) => codes.some((outer) => contains(outer, code)));
    const longest = Math.max(0, ...possible.map(({ name }) => name.length));
    if (longest === 0) return { codes, end };
    codes = possible.filter(({ name }) => name.length === longest).map(({ code }) => code);
    end += longest;
  }
}

const contains = (outer: string, inner: string) => inner.startsWith(prefixOf(outer));

/**
 * Who a department is. A name that several places share (朝阳区) is settled by the region, or left open: no code is
 * guessed.
 *
 * @example identify("攀枝花市仁和区财政局", "") // { division: "510411", level: "county", office: "财政局" }
 */
export function identify(department: string, region: string): Identity {
  const name = department.replace(/\s/g, "");
  const stated = parse(region.replace(/\s/g, ""), []);
  const within = parse(name, stated.codes);
  // A region that does not contain the place of the name says nothing about it: 四川省 and 上海市普陀区财政局.
  const { codes, end } = within.end === 0 ? { ...parse(name, []), codes: within.codes } : within;
  const office = name.slice(end);
  const township = /^[\u4e00-\u9fff]{1,8}?(?:镇|乡|街道)(?=人民政府|办事处|党政|$)/.exec(office);
  const division = codes.length === 1 ? codes[0]! : "";
  if (division === "") return { division, level: "", office };
  return { division, level: township ? "township" : divisionOf(division)!.level, office };
}
