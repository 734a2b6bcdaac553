import { assembleAccounts, keyText, parseKey, type BoundFigure, type FinalAccounts, type Unit } from "@juesuan/core";
import { sum, type RandomAccounts, type ThreePublic } from "../disclosures/accounts.ts";
import { printed } from "../disclosures/document.ts";
import { factsOf, threePublicItems } from "../disclosures/facts.ts";
import { Random } from "../disclosures/random.ts";

const REASONS = ["项目经费变化", "人员变动", "厉行节约", "业务量变化", "政策性调整"];

/** Typed accounts of a random department's year, as a workbook and last year's disclosure would give them. */
export function typedAccounts(random: RandomAccounts, profile: string, seed: number): FinalAccounts {
  const figures: BoundFigure[] = [];
  const stated = new Set<string>();
  const add = (key: string, value: string, unit: Unit = "ten-thousand-yuan"): void => {
    const { concept, dimensions } = parseKey(key);
    const canonical = keyText(concept, dimensions);
    if (stated.has(canonical)) return;
    stated.add(canonical);
    const id = figures.length;
    figures.push({
      id,
      text: value,
      value,
      decimals: value.split(".")[1]?.length ?? 0,
      unit,
      concept,
      dimensions,
      source: { start: id, end: id, text: value },
    });
  };
  const amount = (key: string, hundredths: number): void => add(key, printed(hundredths));
  for (const [key, hundredths] of factsOf(random)) amount(key, hundredths);
  const chance = new Random(seed);
  const before: Readonly<Record<string, number>> = {
    "total-receipts": random.previousTotal,
    "total-receipts{fund=appropriation}": random.previousAppropriation,
    "expenditure{fund=general}": random.previousGeneral,
    "operating-costs": random.previousOperatingCosts,
  };
  for (const [key, hundredths] of Object.entries(before)) amount(withPeriod(key), hundredths);
  const threePublic = (parts: ThreePublic): readonly (readonly [string, number])[] =>
    threePublicItems(parts).map(([item, own]) => [item === "" ? "three-public" : `three-public{item=${item}}`, own]);
  for (const [key, own] of threePublic(random.threePublic.previous)) amount(withPeriod(key), own);
  for (const [fund, items] of [
    ["general", random.general],
    ["government-fund", random.fund],
  ] as const) {
    amount(`expenditure{stage=budget,fund=${fund}}`, sum(items.map(({ budget }) => budget)));
    for (const item of items) amount(`expenditure{stage=budget,fund=${fund},functional=${item.code}}`, item.budget);
  }
  amount("operating-costs", random.operatingCosts);
  const { goods, works, services } = random.procurement;
  amount("procurement", goods + works + services);
  amount("procurement{item=goods}", goods);
  amount("procurement{item=works}", works);
  amount("procurement{item=services}", services);
  const sme = chance.integer(0, services);
  amount("procurement{item=sme}", sme);
  amount("procurement{item=micro}", chance.integer(0, sme));
  const { final } = random.threePublic;
  amount("three-public{item=domestic-receptions}", final.receptions);
  amount("three-public{item=foreign-receptions}", 0);
  const count = (key: string, value: number): void => add(key, String(value), "count");
  const missions = final.overseas > 0 ? chance.integer(1, 4) : 0;
  count("missions", missions);
  count("mission-persons", missions * 3);
  count("vehicles-bought", final.purchase > 0 ? 1 : 0);
  const sedans = chance.integer(0, 3);
  const held = final.running > 0 ? sedans + 2 : 0;
  count("vehicles-held", held);
  count("vehicles-held{item=sedan}", held === 0 ? 0 : sedans);
  count("vehicles-held{item=off-road}", held === 0 ? 0 : 2);
  count("vehicles-held{item=coach}", 0);
  const batches = final.receptions > 0 ? chance.integer(1, 40) : 0;
  count("reception-batches{item=domestic}", batches);
  count("reception-persons{item=domestic}", batches * 9);
  count("reception-batches{item=foreign}", 0);
  count("reception-persons{item=foreign}", 0);
  const confidential = chance.integer(0, 2);
  const others = chance.integer(0, 4);
  count("state-vehicles", confidential + others);
  for (const item of ["deputy-minister", "minister", "leaders", "emergency", "enforcement", "special", "retired"])
    count(`state-vehicles{item=${item}}`, 0);
  count("state-vehicles{item=confidential}", confidential);
  count("state-vehicles{item=other}", others);
  count("large-equipment", chance.integer(0, 5));
  const projects = chance.integer(2, 20);
  count("performance-projects{item=targets}", projects);
  count("performance-projects{item=pre-assessment}", chance.integer(0, 2));
  count("performance-projects{item=monitoring}", projects);
  count("performance-projects{item=self-evaluation}", projects);
  amount("performance-amount{item=targets}", sum(random.general.map(({ project }) => project)));
  amount("performance-amount{item=self-evaluation}", sum(random.general.map(({ project }) => project)));
  if (profile === "yunnan") yunnanFacts(random, amount, count, stated, figures);
  return assembleAccounts({
    kind: "final-accounts",
    department: random.department,
    fiscalYear: random.fiscalYear,
    profile,
    unit: "ten-thousand-yuan",
    figures,
    unbound: [],
    sections: [],
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  });
}

/** What Yunnan's own tables ask for beside the others: flows of the general budget by item, and 三公 by stage and fund. */
function yunnanFacts(
  random: RandomAccounts,
  amount: (key: string, hundredths: number) => void,
  count: (key: string, value: number) => void,
  stated: ReadonlySet<string>,
  figures: readonly BoundFigure[],
): void {
  let personnel = sum(random.economic.filter(({ code }) => /^30[13]/.test(code)).map(({ amount: own }) => own));
  const flows = new Map<string, number>();
  const flow = (concept: string, code: string, more: string, own: number): void => {
    for (const level of ["", code.slice(0, 3), code.slice(0, 5), code]) {
      const { dimensions } = parseKey(`${concept}{fund=general${more}}`);
      const key = keyText(concept, level === "" ? dimensions : { ...dimensions, functional: level });
      flows.set(key, (flows.get(key) ?? 0) + own);
    }
  };
  for (const [index, { code, basic, project }] of random.general.entries()) {
    const own = Math.min(basic, personnel);
    personnel -= own;
    const carried = index === 0 ? random.openingGeneral : 0;
    for (const concept of ["opening-carry-over", "closing-carry-over"]) {
      flow(concept, code, "", carried);
      flow(concept, code, ",nature=basic", 0);
      flow(concept, code, ",nature=project", carried);
    }
    flow("closing-carry-over", code, ",nature=project,label=项目支出结转", carried);
    flow("closing-carry-over", code, ",nature=project,label=项目支出结余", 0);
    flow("revenue", code, "", basic + project);
    flow("revenue", code, ",nature=basic", basic);
    flow("revenue", code, ",nature=project", project);
    flow("expenditure", code, ",nature=basic,group=personnel", own);
    flow("expenditure", code, ",nature=basic,group=public", basic - own);
  }
  for (const [key, own] of flows) if (!stated.has(key)) amount(key, own);
  const { final, budget } = random.threePublic;
  for (const stage of ["original-budget", "adjusted-budget", ""]) {
    const own = stage === "" ? final : budget;
    for (const fund of ["", "general"])
      for (const [item, value] of [
        ...threePublicItems(own),
        ["domestic-receptions", own.receptions] as const,
        ["foreign-receptions", 0] as const,
      ])
        amount(
          keyText("three-public", {
            ...(stage === "" ? {} : { stage: stage as "original-budget" }),
            ...(fund === "" ? {} : { fund: "general" as const }),
            ...(item === "" ? {} : { item }),
          }),
          value,
        );
    if (stage !== "") amount(`operating-costs{stage=${stage}}`, random.operatingCosts);
    amount(
      stage === "" ? "operating-costs{label=行政单位}" : `operating-costs{stage=${stage},label=行政单位}`,
      random.operatingCosts,
    );
  }
  for (const { concept, dimensions, value, unit } of figures)
    if (
      unit === "count" &&
      /missions?|mission-persons|vehicles-(?:bought|held)$|reception-/.test(concept) &&
      dimensions.fund === undefined
    )
      count(keyText(concept, { ...dimensions, fund: "general" }), Number(value));
  for (const concept of ["reception-batches", "reception-persons"])
    for (const fund of ["", "fund=general,"]) count(`${concept}{${fund}label=国（境）外}`, 0);
}

function withPeriod(key: string): string {
  const { concept, dimensions } = parseKey(key);
  return keyText(concept, { ...dimensions, period: "previous" });
}

export { REASONS };
