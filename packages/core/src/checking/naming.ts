import { conceptOf } from "../facts/concepts.ts";
import { DIMENSIONS, keyText, type ConceptKey, type Dimensions } from "../facts/key.ts";
import type { Unit } from "../figure/figure.ts";
import type { Bilingual } from "../relations/relation.ts";
import { ECONOMIC_ITEMS } from "../tables/economic-items.ts";
import { FUNCTIONAL_CLASSES } from "../tables/functional-classes.ts";

const PARTED = new RegExp(`(?:^|,)(${DIMENSIONS.join("|")})=`);

/** A canonical key taken apart again. */
export function parseKey(text: string): ConceptKey {
  const open = text.indexOf("{");
  if (open < 0) return { concept: text, dimensions: {} };
  const dimensions: Record<string, string | number> = {};
  let rest = text.slice(open + 1, -1);
  // `of` holds a key of its own and is always last.
  const of = /(?:^|,)of=(.*)$/s.exec(rest);
  if (of) {
    dimensions["of"] = of[1]!;
    rest = rest.slice(0, of.index);
  }
  const parts = rest.split(PARTED);
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index]!;
    dimensions[name] = name === "ordinal" ? Number(parts[index + 1]) : parts[index + 1]!;
  }
  return { concept: text.slice(0, open), dimensions: dimensions as Dimensions };
}

/** A canonical key with one dimension more, or another value of it. */
export function withDimension(text: string, name: keyof Dimensions, value: string): string {
  const { concept, dimensions } = parseKey(text);
  return keyText(concept, { ...dimensions, [name]: value });
}

type Words = readonly [zh: string, en: string];

const FUNDS: Record<NonNullable<Dimensions["fund"]>, Words> = {
  appropriation: ["财政拨款", "appropriation"],
  general: ["一般公共预算财政拨款", "general public budget appropriation"],
  "government-fund": ["政府性基金预算财政拨款", "government fund appropriation"],
  "state-capital": ["国有资本经营预算财政拨款", "state capital appropriation"],
};

const SOURCES: Record<NonNullable<Dimensions["source"]>, Words> = {
  "superior-subsidy": ["上级补助收入", "subsidies from superior units"],
  institutional: ["事业收入", "institutional revenue"],
  operating: ["经营收入", "operating revenue"],
  subordinate: ["附属单位上缴收入", "payments from subordinate units"],
  other: ["其他收入", "other revenue"],
};

const NATURES: Record<NonNullable<Dimensions["nature"]>, Words> = {
  basic: ["基本支出", "basic expenditure"],
  project: ["项目支出", "project expenditure"],
  "superior-payment": ["上缴上级支出", "payments to superior units"],
  operating: ["经营支出", "operating expenditure"],
  "subordinate-subsidy": ["对附属单位补助支出", "subsidies to subordinate units"],
};

const GROUPS: Record<NonNullable<Dimensions["group"]>, Words> = {
  personnel: ["人员经费", "personnel funds"],
  public: ["公用经费", "public funds"],
};

const STAGES: Record<NonNullable<Dimensions["stage"]>, Words> = {
  budget: ["预算数", "budget"],
  "original-budget": ["年初预算数", "original budget"],
  "adjusted-budget": ["调整预算数", "adjusted budget"],
};

/** 年初预算, where a sentence speaks of completing it. */
export function nameOfStage(stage: Dimensions["stage"]): Bilingual {
  const [zh, en] = stage === undefined ? ["预算数", "budget"] : STAGES[stage];
  return { zh: zh.slice(0, -1), en };
}

const CLASSES = new Map(FUNCTIONAL_CLASSES.map(([code, name]) => [code, name]));
const OBJECTS = new Map(ECONOMIC_ITEMS.map(([code, name]) => [code, name]));

/** What a key measures, in words: 一般公共预算财政拨款基本支出. */
export function nameOfKey(text: string): Bilingual {
  if (text.startsWith("last-year:")) {
    const { zh, en } = nameOfKey(text.slice("last-year:".length));
    return { zh: `上年决算公开的${zh}`, en: `${en} as disclosed last year` };
  }
  const { concept, dimensions } = parseKey(text);
  const declared = conceptOf(concept);
  const { period, stage, fund, source, functional, economic, nature, group, item, label, indicator } = dimensions;
  const { ordinal, measure, of } = dimensions;
  let zh: string = declared?.zh ?? concept;
  let en: string = declared?.en ?? concept;
  const noun = group ? GROUPS[group] : nature ? NATURES[nature] : source ? SOURCES[source] : undefined;
  if (item !== undefined && declared?.items?.[item]) {
    zh = concept.startsWith("three-public") ? declared.items[item].zh : `${zh}（${declared.items[item].zh}）`;
    en = concept.startsWith("three-public") ? declared.items[item].en : `${en} (${declared.items[item].en})`;
  } else if (noun) {
    [zh, en] =
      concept === "expenditure" || concept === "revenue" ? [...noun] : [`${noun[0]}${zh}`, `${en}, ${noun[1]}`];
  } else if (fund && (concept === "expenditure" || concept === "revenue")) {
    zh = concept === "expenditure" ? "支出" : "收入";
    en = concept;
  }
  if (economic !== undefined) {
    const name = OBJECTS.get(economic) ?? economic;
    zh = `${name}${noun ? `（${zh}）` : ""}`;
    en = `“${name}”${noun ? ` (${en})` : ""}`;
  }
  if (functional !== undefined) {
    const name = CLASSES.get(functional) ?? functional.split("/").at(-1)!;
    zh =
      noun || economic !== undefined || concept !== "expenditure"
        ? `“${name}”${zh}`
        : name.endsWith("支出")
          ? name
          : `“${name}”支出`;
    en = `${en} on “${name}”`;
  }
  if (fund) {
    zh = `${FUNDS[fund][0]}${zh}`;
    en = `${FUNDS[fund][1]} ${en}`;
  }
  if (label !== undefined) {
    zh = `${zh}（${label}）`;
    en = `${en} (${label})`;
  }
  if (indicator !== undefined) {
    zh = `“${indicator}”${zh}`;
    en = `${en} on “${indicator}”`;
  }
  if (ordinal !== undefined) {
    zh = `${zh}第${ordinal}项`;
    en = `${en} no. ${ordinal}`;
  }
  if (stage && measure === undefined) {
    zh = `${zh}${STAGES[stage][0]}`;
    en = `${en}, ${STAGES[stage][1]}`;
  }
  if (period) {
    zh = `上年${zh}`;
    en = `${en} of last year`;
  }
  switch (measure) {
    case "share":
      return {
        zh: `${zh}占${of === undefined ? "合计" : nameOfKey(of).zh}的比重`,
        en: `share of ${en} in ${of === undefined ? "the total" : nameOfKey(of).en}`,
      };
    case "change":
      return { zh: `${zh}增减额`, en: `change of ${en}` };
    case "growth":
      return { zh: `${zh}增减率`, en: `growth of ${en}` };
    case "completion":
      return {
        zh: `${zh}完成${stage ? STAGES[stage][0].slice(0, -1) : "预算"}的百分比`,
        en: `completion of the ${stage ? STAGES[stage][1] : "budget"} of ${en}`,
      };
    // The label says to whom: 公务用车运行维护费（车均）.
    case "average":
      return { zh, en: `average of ${en}` };
    default:
      return { zh, en };
  }
}

const UNITS: Record<Unit, Words> = {
  yuan: ["元", " 元"],
  "ten-thousand-yuan": ["万元", " 万元"],
  "hundred-million-yuan": ["亿元", " 亿元"],
  percent: ["%", "%"],
  "percentage-point": ["个百分点", " percentage points"],
  count: ["", ""],
  score: ["分", " points"],
};

/** 万元 keeps its name in English too: ten thousand yuan has no word, and figures must read as printed. */
export function unitName(unit: Unit, classifier?: string): Bilingual {
  const [zh, en] = UNITS[unit];
  return { zh: unit === "count" ? (classifier ?? "") : zh, en };
}
