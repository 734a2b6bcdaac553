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

interface Names {
  readonly nameOf: ReadonlyMap<string, string>;
  readonly codesOf: ReadonlyMap<string, readonly string[]>;
  readonly longest: number;
}

let names: Names | undefined;

/** Read when it is first needed: a service that only checks documents never does. */
function load(): Names {
  if (names) return names;
  const nameOf = new Map<string, string>();
  const codesOf = new Map<string, string[]>();
  let longest = 0;
  const add = (name: string, code: string) => {
    codesOf.set(name, [...(codesOf.get(name) ?? []), code]);
    longest = Math.max(longest, name.length);
  };
  const plains = new Set<string>();
  for (const line of CODES.split("\n")) {
    const [code, name] = [line.slice(0, 6), line.slice(6)];
    nameOf.set(code, name);
    add(name, code);
    // 四川, 内蒙古, 新疆: provinces are called by their short names too.
    const short = shortNameOf(name);
    if (code.endsWith("0000") && short !== name) add(short, code);
    const plain = withoutPeoples(name);
    if (plain !== undefined && !plains.has(plain)) add(plain, code);
    if (plain !== undefined) plains.add(plain);
  }
  names = { nameOf, codesOf, longest };
  return names;
}

/** The peoples that autonomous prefectures and counties are named after. */
const PEOPLES =
  "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|塔吉克|怒|普米|鄂温克|鄂伦春|保安|裕固|独龙";
const AUTONOMOUS = new RegExp(`^([一-龥]{2,8}?)(?:(?:${PEOPLES})族?|各族|蒙古)+自治(州|县|旗)$`);

/** 民和回族土族自治县 calls itself 民和县, 红河哈尼族彝族自治州 红河州. */
function withoutPeoples(name: string): string | undefined {
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
  const { nameOf } = load();
  if (!nameOf.has(code)) return undefined;
  const chain = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code];
  const parts = [...new Set(chain)].map((one) => nameOf.get(one) ?? "");
  const level = code.endsWith("0000") ? "province" : code.endsWith("00") ? "prefecture" : "county";
  return { code, name: parts.join(""), level };
}

/** Every division, by code. */
export function divisions(): readonly Division[] {
  return [...load().nameOf.keys()].map((code) => divisionOf(code)!);
}

/** Reads names of places from the start of a text; says which divisions they can be, and where the names end. */
function parse(text: string, within: readonly string[]): { readonly codes: readonly string[]; readonly end: number } {
  const { codesOf, longest } = load();
  let codes = within;
  let end = 0;
  for (;;) {
    let found: readonly string[] = [];
    let length = Math.min(longest, text.length - end);
    for (; length >= 2 && found.length === 0; length--) {
      const named = codesOf.get(text.slice(end, end + length)) ?? [];
      found = codes.length === 0 ? named : named.filter((code) => codes.some((one) => contains(one, code)));
    }
    if (found.length === 0) return { codes, end };
    codes = found;
    end += length + 1;
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
