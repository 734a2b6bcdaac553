import { type ConceptKey, type Dimensions, keyText } from "../facts/key.ts";
import { itemMeant } from "./told-item.ts";
import { HEAD, type SubjectPhrase, VEHICLE_KINDS } from "./lexicon/index.ts";
import { sentenceBefore } from "./places.ts";
import type { Reading } from "./state.ts";

// The key that the words of a quantity stand for where they stand: with the fund, the nature or the item that the heading, the sentence or a parenthesis gives them.

/** The whole of a share is what its words say, without the section's fund: 占本年支出合计的. */
export function resolve(r: Reading, phrase: SubjectPhrase, isWhole: boolean, at: number): ConceptKey {
  const around = r.outside.at(-1)?.figure;
  if (phrase.concept === HEAD) {
    // 年末结转和结余571.49万元（其中一般公共预算530.70万元，政府性基金40.79万元）: of the amount before the parenthesis, by fund.
    if (around && !isWhole && phrase.dimensions?.fund !== undefined && around.dimensions.measure === undefined)
      return { concept: around.concept, dimensions: { ...around.dimensions, ...phrase.dimensions } };
    const carried = isWhole ? undefined : carriedOver(r, at);
    if (carried && phrase.dimensions?.fund !== undefined)
      return { concept: carried.concept, dimensions: { ...carried.dimensions, ...phrase.dimensions } };
    // 项目支出738.24万元，共9个项目，其中财政拨款715.63万元: that part of what was spent so.
    const spent = isWhole || !r.inParts ? undefined : r.amounts.at(-1);
    if (spent?.concept === "expenditure" && keyText("", spent.dimensions) === "{nature=project}")
      return { concept: spent.concept, dimensions: { ...spent.dimensions, ...phrase.dimensions } };
    // 项目支出按资金来源又可分为：一般公共预算安排1789.30万元
    const bySource = /(基本|项目)支出按(?:照)?资金来源[^。]*$/.exec(sentenceBefore(r, at))?.[1];
    if (!isWhole && bySource !== undefined)
      return {
        concept: "expenditure",
        dimensions: { ...phrase.dimensions, nature: bySource === "基本" ? "basic" : "project" },
      };
    // 当年收到政府性基金预算财政拨款52.75万元
    const cameIn = /(?:收到|取得|拨入)(?:的)?$/.test(r.view.text.slice(Math.max(0, at - 4), at));
    const concept = cameIn || (r.head && /receipts|revenue/.test(r.head.concept)) ? "revenue" : "expenditure";
    return { concept, dimensions: phrase.dimensions ?? {} };
  }
  const { base } = r;
  const own = ofTheBudget(r, phrase, at);
  // 20万元（其中：一般公共预算支出20万元；…）: the parts of the amount before the parenthesis, by fund.
  if (
    around &&
    own.fund !== undefined &&
    own.nature === undefined &&
    !/^(?:revenue|expenditure|total-)/.test(around.concept)
  )
    return { concept: around.concept, dimensions: { ...around.dimensions, fund: own.fund } };
  // 高中教育（项）支出2994万元（基本支出2818.43万元、项目支出175.57万元）: of the account before the parenthesis.
  if (
    around?.concept === phrase.concept &&
    !isWhole &&
    own.nature !== undefined &&
    around.dimensions.functional !== undefined &&
    around.dimensions.measure === undefined
  )
    return { concept: around.concept, dimensions: { ...around.dimensions, ...own } };
  // 货物70万元（授予中小企业60万元，占85.71%）: of what those goods cost.
  const kind = around?.dimensions.measure === undefined ? around?.dimensions.item : undefined;
  if (own.item === "sme" && around?.concept === "procurement" && /^(?:goods|works|services)$/.test(kind ?? ""))
    return { concept: around.concept, dimensions: { ...own, item: `sme-${kind}` } };
  if (VEHICLE_KINDS.includes(phrase)) {
    const concept = vehiclesOf(r.subject);
    // 部门预算安排购置车辆1辆，其中：…其他用车1辆: of those that are to be bought, beside what is held.
    const bought = concept === "state-vehicles" ? BUYS_VEHICLES.exec(sentenceBefore(r, at))?.[1] : undefined;
    if (bought !== undefined) return { concept, dimensions: { ...own, label: bought } };
    return { concept: concept === "vehicle-purchase-amount" ? "vehicles-bought" : concept, dimensions: own };
  }
  const inherited: { fund?: NonNullable<Dimensions["fund"]>; nature?: NonNullable<Dimensions["nature"]> } = {};
  // 占本年支出合计的 is of everything; 占基本支出的 of the section's own.
  if (phrase.inherit !== undefined && (!isWhole || own.nature !== undefined || own.group !== undefined)) {
    const told =
      (base?.dimensions.fund === "appropriation" && !ofSeveralFunds(r, phrase)) || isOtherFund(base, r.fund)
        ? r.fund
        : undefined;
    // 政府性基金预算财政拨款收入64.6万元，支出56万元，年末结转8.6万元, under a heading of no fund
    const flow = r.firstOfSentence?.concept === "revenue" ? r.firstOfSentence.dimensions.fund : undefined;
    // Under a heading of no fund: of the one that the amount before 其中 is of.
    const parts = r.inParts && !isWhole && own.nature !== undefined ? r.partsFund : undefined;
    const fund = told ?? (base === undefined && !isWhole ? (parts ?? flow) : (base?.dimensions.fund ?? parts));
    if (fund !== undefined && own.fund === undefined) inherited.fund = fund;
    if (phrase.inherit === "fund-and-nature") inherited.nature = "basic";
  }
  // 高中教育（项）：支出决算2850.6万元，其中基本支出2600.6万元: of that item.
  const { functional } = r.head?.dimensions ?? {};
  const ofItem =
    !isWhole &&
    r.inParts &&
    own.nature !== undefined &&
    (functional?.length ?? 0) > 4 &&
    r.section === "general-expenditure.items"
      ? { functional: functional! }
      : {};
  const meant = !isWhole && phrase.concept === "expenditure" && own.nature !== undefined ? itemMeant(r, at) : undefined;
  return { concept: phrase.concept, dimensions: { ...inherited, ...ofItem, ...meant, ...own } };
}

/** As far as the list goes on in its sentence. */
const BUYS_VEHICLES =
  /(购置|新购|更新|购买|新增)(?:公务)?(?:车辆|用车)(?:共|共计|为)?\d+辆[，（：]?其中(?![^。；\n]*(?:共有|实有|保有|现有))[^。；\n]*$/;

/** 年末财政拨款结转结余955.01万元，其中一般公共预算941.30万元、政府性基金预算13.71万元: the funds of what was carried over. */
function carriedOver(r: Reading, at: number): ConceptKey | undefined {
  const { lastBound, inParts } = r;
  if (!inParts || !lastBound?.concept.endsWith("carry-over") || lastBound.dimensions.measure !== undefined)
    return undefined;
  const words = r.view.text.slice(r.lastNumberEnd, at);
  const { fund } = lastBound.dimensions;
  // 一般公共预算40万元（公益性公墓建设），政府性基金14.22万元
  const goesOn = fund !== undefined && fund !== "appropriation" && /^(?:（[^（）\d]{1,24}）)?[，、；和]$/.test(words);
  return goesOn || /^[，；]?其中：?$/.test(words) ? lastBound : undefined;
}

/** 其中：一般公共预算财政拨款3200万元，政府性基金预算财政拨款300万元，年初结转和结余41万元: of both, not of the one told last. */
function ofSeveralFunds({ amounts }: Reading, phrase: SubjectPhrase): boolean {
  if (!phrase.concept.endsWith("carry-over")) return false;
  const ofFunds = amounts.filter(({ dimensions: { fund } }) => fund !== undefined && fund !== "appropriation");
  // 一般公共预算…本年收入4000万元、年初结转300万元，政府性基金预算…本年收入1900万元、年初结转100万元: each has its own.
  if (ofFunds.some(({ concept }) => concept === phrase.concept)) return false;
  const funds = ofFunds.map(({ dimensions }) => dimensions.fund);
  return new Set(funds).size > 1;
}

/** 国有资本经营预算财政拨款本年收入…，本年支出… in a section that tells government funds too: of the one that the paragraph named. */
function isOtherFund(base: ConceptKey | undefined, told: Dimensions["fund"]): boolean {
  const { fund } = base?.dimensions ?? {};
  return (
    (fund === "government-fund" && told === "state-capital") || (fund === "state-capital" && told === "government-fund")
  );
}

/** Which vehicles a kind is of: after 公务用车购置费18万元 those bought, elsewhere all that the department has. */
function vehiclesOf(subject: ConceptKey | undefined): string {
  if (subject?.concept === "three-public" && subject.dimensions.item === "vehicle-purchase") return "vehicles-bought";
  return subject && /vehicle/.test(subject.concept) ? subject.concept : "state-vehicles";
}

/** Under 一般公共预算财政拨款支出决算 the words 财政拨款支出 mean that budget's: the heading has said which. */
function ofTheBudget(r: Reading, phrase: SubjectPhrase, at: number): Dimensions {
  const own = phrase.dimensions ?? {};
  return own.fund === "appropriation" &&
    r.base?.dimensions.fund === "general" &&
    /^(?:expenditure|opening-carry-over|closing-carry-over)$/.test(phrase.concept) &&
    /^(?:general-expenditure|basic-expenditure)/.test(r.section ?? "") &&
    !isDividedByFund(r, at)
    ? { ...own, fund: "general" }
    : own;
}

const PARTS_BY_FUND = ["一般公共预算", "政府性基金"].map(
  (fund) => new RegExp(`${fund}(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:决算)?[数为]{0,2}\\d`),
);

/** 财政拨款支出3424.92万元，…。其中一般公共预算财政拨款支出3381.09万元，政府性基金预算财政拨款支出43.83万元: of both, under any heading. */
function isDividedByFund({ view: { text } }: Reading, at: number): boolean {
  const follows = text.slice(at, at + 400).split("\n", 1)[0]!;
  return PARTS_BY_FUND.every((part) => part.test(follows));
}
