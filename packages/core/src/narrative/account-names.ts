import { isZero } from "../figure/figure.ts";
import type { Dimensions } from "../facts/key.ts";
import type { Token } from "./grammar.ts";
import { balanceDivided } from "./carried.ts";
import type { NumberToken } from "./numbers.ts";
import { objectOf } from "./objects.ts";
import { boundLast } from "./places.ts";
import type { Reading } from "./state.ts";
import { codeOf, setFunctional } from "./functional-path.ts";
import { wholeName } from "./whole-names.ts";

// Names of accounts of the classification beside amounts: 卫生健康支出59.25万元, 2.死亡抚恤。年初预算为….

/** Names of accounts right before amounts, where what is spent is told; elsewhere such words are no names. */
export function onName(r: Reading, token: Extract<Token, { type: "name" }>): void {
  const { base, context, section } = r;
  if (r.inReason || r.inUse || !base || !section || !/^(?:expenditure|total-receipts)$/.test(base.concept)) return;
  const { name, code } = token;
  if (
    /^(?:一般公共预算|政府性基金|国有资本|财政拨款|基本支出|项目支出|经营支出|本年|当年|年初|年末|追加|调增|调减|实[缴发支付拨]|超[出支])/.test(
      name,
    )
  )
    return;
  if (token.heads) {
    onHeading(r, token);
    return;
  }
  const names =
    wholeName(r, token, (whole) => functionalNames(r, whole)) ??
    (code === undefined ? functionalNames(r, name) : undefined);
  const glued = code === undefined && names === undefined ? gluedNames(r, token) : undefined;
  if (glued !== undefined) {
    setFunctional(r, glued);
    r.readTo = r.nameEnd = token.end;
    return;
  }
  if (code !== undefined || names !== undefined) {
    if (names?.length === 1) {
      [r.className] = names;
      r.classNames.add(names[0]!);
      r.groupName = undefined;
    } else if (names?.length === 2 && codeOf(r, names)?.length !== ITEM) r.groupName = name;
    const { cue } = r;
    setAccount(r, names ?? [name], code);
    r.cue = cue;
    r.readTo = r.nameEnd = token.end;
    return;
  }
  const group = groupAlone(r, token);
  const item = group ?? itemAlone(r, token);
  if (item !== undefined) {
    const { cue } = r;
    setAccount(r, [name], item);
    r.cue = cue;
    // （1）公共卫生款631万元，其中…；（2）基层医疗卫生机构373万元，其中…: what follows is a part of the second.
    if (item.length === GROUP && opensEntry(r, token.start)) r.head = r.subject;
    r.readTo = r.nameEnd = token.end;
    return;
  }
  const found = /^(?:basic-expenditure|general-expenditure|expenditure$|totals$)/.test(section)
    ? objectOf(r, name.replace(/(?<=个人和家庭)补助/, "的补助"))
    : undefined;
  // 公务接待费 among what all was spent on may be another's; 工资福利支出 is the class.
  // 对个人和家庭的补助40万元，其他资本性支出6万元: among classes the class, as it was called up to 2017.
  const isAmong =
    found === "31099" &&
    /^\d{3}$/.test(boundLast(r).findLast(({ dimensions }) => dimensions.economic)?.dimensions.economic ?? "");
  const economic = isAmong ? "310" : section === "basic-expenditure" || found?.length === 3 ? found : undefined;
  if (economic === undefined || /^(?:人员|公用)/.test(name)) {
    // 其中商品和服务支出（302）409.28万元, where no objects are told: of none that was spoken of before.
    if (context.resolver.economic(name)?.length === 3) {
      r.subject = { concept: "expenditure", dimensions: { label: name } };
      r.readTo = r.nameEnd = token.end;
    }
    return;
  }
  // Under a heading on all appropriations the sentence may name one budget: 一般公共预算财政拨款基本支出302万元，其中：工资福利支出….
  const fund = (base.dimensions.fund === "appropriation" ? fundOfHead(r) : undefined) ?? base.dimensions.fund;
  // 基本支出2500万元，其中：工资福利支出2000万元
  const nature = base.dimensions.nature ?? (r.head?.concept === "expenditure" ? r.head.dimensions.nature : undefined);
  r.subject = {
    concept: "expenditure",
    dimensions: { ...(fund ? { fund } : {}), economic, ...(nature ? { nature } : {}) },
  };
  r.readTo = r.nameEnd = token.end;
}

/** 年末结转和结余946.82万元，其中…城市建设支出731.82万元: what is left of the account, where a balance is divided. */
function setAccount(r: Reading, names: readonly string[], code: string | undefined): void {
  const balance = balanceDivided(r);
  setFunctional(r, names, code);
  const { functional } = r.subject?.dimensions ?? {};
  if (!balance || functional === undefined) return;
  const { fund } = balance.dimensions;
  r.subject = { concept: balance.concept, dimensions: { ...(fund && { fund }), functional } };
}

/** The digits of an item's code (项). */
const ITEM = 7;

/**
 * 其他普通教育支出1325万元, 大中型水库移民后期扶持基金支出40万元: an account by its name alone. What projects are called is no account, even where
 * one is called so, and what is an object as well (住房公积金) is the item among items alone.
 */
function itemAlone(r: Reading, { name }: Extract<Token, { type: "name" }>): string | undefined {
  const { resolver } = r.context;
  // 项目支出480万元，包括免费开放补助300万元、文物保护120万元
  const told = r.amounts.findLast(({ dimensions: { label } }) => label === undefined);
  if ([r.subject, r.head, told].some((spoken) => spoken?.dimensions.nature !== undefined)) return undefined;
  // 公安300万元 may be whoever spent it.
  const item = name.length < LEAST_NAME ? undefined : resolver.item?.(inFull(name));
  if (item === undefined || r.section === "general-expenditure.items" || resolver.economic(name) === undefined)
    return item;
  const last = boundLast(r).findLast(
    ({ concept, dimensions: { functional, economic } }) => concept === "expenditure" && (functional ?? economic),
  );
  return (last?.dimensions.functional?.length ?? 0) > CLASS ? item : undefined;
}

const LEAST_NAME = 4;

/** What ends in 款 and is money, not a group of accounts. */
const NO_GROUP = /(?:[拨贷借存罚捐汇专余尾价货公欠还退程收税付垫保]|专项|补助)款$/;
/** The digits of a group's code (款). */
const GROUP = 5;

/** Whether a name opens an entry of a list: （7）中医药, ；3.公立医院. */
function opensEntry({ view: { text } }: Reading, start: number): boolean {
  return /(?:（\d{1,2}）|[；\n]\d{1,2}[.、])$/.test(text.slice(Math.max(0, start - 5), start));
}

/** What accounts are called in short. */
const SHORT: readonly (readonly [short: RegExp, full: string])[] = [
  [/^疾控(?=中心|机构)/, "疾病预防控制"],
  [/^计生(?=机构|服务|事务)/, "计划生育"],
];

/** 疾控机构 is 疾病预防控制机构. */
function inFull(name: string): string {
  return SHORT.reduce((words, [short, full]) => words.replace(short, full), name);
}

/** 公共卫生款521万元; （7）中医药46万元 in a list of groups: a group by its name alone. */
function groupAlone(r: Reading, { name, start }: Extract<Token, { type: "name" }>): string | undefined {
  const said = name.endsWith("款") && !NO_GROUP.test(name) ? name.slice(0, -1) : undefined;
  const last = boundLast(r).findLast(({ dimensions }) => dimensions.functional !== undefined)?.dimensions.functional;
  // The last group may have told its items.
  const isListed = name.length < LEAST_NAME && (last?.length ?? 0) >= GROUP && opensEntry(r, start);
  const group = said ?? (isListed ? name : undefined);
  if (group === undefined) return undefined;
  const names = functionalNames(r, group);
  const code = (names && codeOf(r, names)) ?? r.context.resolver.item?.(group);
  return code?.length === GROUP ? code : undefined;
}

/** The digits of the code of a class (类). */
const CLASS = 3;

/** 1.公立医院综合医院年初预算1820万元: a group and its item without a mark between, or a name that no list knows: in either case not all of the class. */
function gluedNames(r: Reading, { name, start, end }: Extract<Token, { type: "name" }>): readonly string[] | undefined {
  const { text } = r.view;
  const { className } = r;
  if (
    className === undefined ||
    !r.section?.startsWith("general-expenditure") ||
    name.length < 6 ||
    !/(?:^|\n)（?\d{1,3}[）.、]{1,2}$/.test(text.slice(Math.max(0, start - 6), start)) ||
    !/^(?:支出)?年初预算(?:数)?为?\d/.test(text.slice(end, end + 10)) ||
    NO_ACCOUNT.test(name)
  )
    return undefined;
  const paths = Array.from({ length: name.length - 3 }, (_, at) => [
    className,
    name.slice(0, at + 2),
    name.slice(at + 2),
  ]);
  const known = paths.filter((path) => codeOf(r, path)?.length === 7);
  const codes = new Set(known.map((path) => codeOf(r, path)));
  return codes.size === 1 ? known[0] : [className, name];
}

const NO_ACCOUNT =
  /一般公共预算|财政拨款|基本支出|项目支出|经费|收入|三公|公务|出国|本年|上年|总[计体]|合计|[本我]部门|[本我]单位/;

/** 2.死亡抚恤。年初预算为…: an item that heads what is told of it. */
function onHeading(r: Reading, { name, end }: Extract<Token, { type: "name" }>): void {
  const { resolver } = r.context;
  const item = resolver.item?.(name);
  if (item === undefined) {
    // （1）社会保障和就业支出。年初预算…: a class, and nothing below it is told.
    const names = functionalNames(r, name);
    if (names?.length !== 1) return;
    [r.className] = names;
    r.classNames.add(names[0]!);
    r.groupName = undefined;
    setFunctional(r, names);
    r.readTo = r.nameEnd = end;
    return;
  }
  // 住房公积金 is an object as well: among items it is the item, and elsewhere nobody knows.
  const isObject = !name.endsWith("支出") && resolver.economic(name) !== undefined;
  if (isObject && !r.figures.some(({ dimensions }) => dimensions.functional?.length === 7))
    r.subject = { concept: "expenditure", dimensions: { label: name } };
  else setFunctional(r, [name], item);
  r.readTo = r.nameEnd = end;
}

/** The path of a name: a class by itself, a group or an item below the class named last. */
export function functionalNames(r: Reading, name: string): readonly string[] | undefined {
  if (!OTHER.test(name) && codeOf(r, [name]) !== undefined) return [name];
  // 卫生健康支出18万元；其他支出400万元: among classes the class, below a class an item of its own.
  if (OTHER.test(name) && isAmongClasses(r) && codeOf(r, ["其他支出"]) !== undefined) return ["其他支出"];
  if (r.className === undefined) return undefined;
  return [
    [r.className, ...(r.groupName === undefined ? [] : [r.groupName]), name],
    [r.className, name],
  ].find((names) => codeOf(r, names) !== undefined);
}

const OTHER = /^其他(?:支出)?$/;

/** Whether what was named last is a class, and not a part of one. */
function isAmongClasses(r: Reading): boolean {
  // …；住房保障支出900万元，占2.35%；其他支出200万元, in a section that tells more than classes.
  if (!r.section?.startsWith("general-expenditure"))
    return (
      /以下方面(?:（[^（）]*）)?：$/.test(
        r.view.text.slice(r.lastNumberEnd, r.lastNumberEnd + 32).replace(/其他支出.*$/s, ""),
      ) ||
      (/^\d{3}$/.test(r.subject?.dimensions.functional ?? "") && r.lastBound?.dimensions.functional !== undefined)
    );
  const last = boundLast(r).findLast(({ dimensions }) => dimensions.functional !== undefined)?.dimensions.functional;
  const own = r.subject?.dimensions.functional ?? last;
  // A class alone in its line, with the next class after it; parts follow 其中 or 具体包括 in the same sentence.
  return !r.inParts || own === undefined || /^\d{3}$/.test(own);
}

/** In the structure of section five: the name right before an amount, 卫生健康支出59.25万元，占1.9%. */
export function structureName(r: Reading, number: NumberToken): readonly string[] | undefined {
  if (number.unit !== "ten-thousand-yuan" && number.unit !== "yuan") return undefined;
  if (r.section !== "general-expenditure.structure" && r.section !== "general-expenditure.items") return undefined;
  if (r.cue && r.cue.kind !== "share") return undefined;
  const chunk =
    /(?:^|[：；，。、\n.])(?:\d+[、.])?([^：；，。、\n\d]{3,30}?)(?:（类）)?(?:决算(?:数)?)?(?:为|共)?$/.exec(
      r.view.text.slice(Math.max(0, number.start - 40), number.start),
    )?.[1];
  if (
    chunk === undefined ||
    /^(?:其中|年初|支出|一般公共预算|本年|当年|全年|实际|决算|调整|追加|调增|调减)/.test(chunk)
  )
    return undefined;
  const name = chunk
    .replace(/^(?:其中|主要用于)?(?:[一二三四五六七八九十]{1,2}是)?/, "")
    .replace(/支出（类）支出$/, "支出")
    .replace("（类）", "");
  if (codeOf(r, [name]) !== undefined) return [name];
  // A class under a name that no list knows (农林水利支出) is itself, and not the class named before it.
  const isClass = r.section === "general-expenditure.structure" && /[^拨款基本项目]支出$/.test(name);
  return isClass && !/^(?:财政拨款|政府性基金|国有资本)/.test(name) ? [name] : undefined;
}

export function setFunctionalKeepingHead(r: Reading, names: readonly string[]): void {
  const { cue } = r;
  setFunctional(r, names);
  r.cue = cue;
}

/** The fund of the amount that the parts are told of; nothing has none: of what was spent the fund before it. */
function fundOfHead(r: Reading): Dimensions["fund"] {
  const { concept, dimensions } = r.head ?? {};
  if (concept !== "expenditure" || dimensions?.fund === undefined) return undefined;
  const last = boundLast(r).findLast(({ dimensions: { fund } }) => fund === dimensions.fund);
  return last && isZero(last) ? r.fund : dimensions.fund;
}
