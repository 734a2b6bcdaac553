import {
  finalOf,
  sum,
  totalOf,
  type Amount,
  type FunctionalItem,
  type RandomAccounts,
  type ThreePublic,
} from "./accounts.ts";
import { Random } from "./random.ts";

/** Every quantity of a random department's tables by canonical key, zeros included where a table has the line. */
export function factsOf(accounts: RandomAccounts): ReadonlyMap<string, Amount> {
  const facts = new Map<string, Amount>();
  const { general, fund, economic } = accounts;
  const add = (key: string, amount: Amount): void => {
    facts.set(key, (facts.get(key) ?? 0) + amount);
  };
  const levels = (code: string): string[] => [code.slice(0, 3), code.slice(0, 5), code];
  const generalTotal = sum(general.map(finalOf));
  const fundTotal = sum(fund.map(finalOf));
  const spentOther = sum(general.map(({ other }) => other));
  const unspentOther = accounts.otherRevenue - spentOther;
  [...general, ...fund].forEach((item, index) => {
    const own = general.includes(item) ? "general" : "government-fund";
    const received = item.other + (index === 0 ? unspentOther : 0);
    for (const functional of levels(item.code)) {
      add(`revenue{functional=${functional}}`, finalOf(item) + received);
      add(`revenue{fund=appropriation,functional=${functional}}`, finalOf(item));
      add(`revenue{source=other,functional=${functional}}`, received);
      add(`expenditure{functional=${functional}}`, finalOf(item) + item.other);
      add(`expenditure{functional=${functional},nature=basic}`, item.basic);
      add(`expenditure{functional=${functional},nature=project}`, item.project + item.other);
      add(`expenditure{fund=${own},functional=${functional}}`, finalOf(item));
      add(`expenditure{fund=${own},functional=${functional},nature=basic}`, item.basic);
      add(`expenditure{fund=${own},functional=${functional},nature=project}`, item.project);
      if (own === "government-fund") add(`revenue{fund=government-fund,functional=${functional}}`, finalOf(item));
    }
    add(`expenditure{fund=appropriation,functional=${item.code.slice(0, 3)}}`, finalOf(item));
  });
  const basic = sum(general.map((item) => item.basic));
  const appropriation = generalTotal + fundTotal;
  const revenue = appropriation + accounts.otherRevenue;
  const expenditure = appropriation + spentOther;
  const { surplusUsed = 0, distributed = 0 } = accounts;
  const receipts = revenue + accounts.opening + surplusUsed;
  const set: Readonly<Record<string, Amount>> = {
    revenue,
    "revenue{fund=general}": generalTotal,
    "revenue{fund=government-fund}": fundTotal,
    "revenue{fund=appropriation}": appropriation,
    "revenue{source=other}": accounts.otherRevenue,
    expenditure,
    "expenditure{nature=basic}": basic,
    "expenditure{nature=project}": expenditure - basic,
    "opening-carry-over": accounts.opening,
    "use-of-surplus": surplusUsed,
    "surplus-distribution": distributed,
    "closing-carry-over": receipts - expenditure - distributed,
    "total-receipts": receipts,
    "total-disbursements": receipts,
    "expenditure{fund=appropriation}": appropriation,
    "expenditure{fund=general}": generalTotal,
    "expenditure{fund=general,nature=basic}": basic,
    "expenditure{fund=general,nature=project}": generalTotal - basic,
    "expenditure{fund=government-fund}": fundTotal,
    "expenditure{fund=government-fund,nature=project}": fundTotal,
    "opening-carry-over{fund=appropriation}": accounts.openingGeneral,
    "opening-carry-over{fund=general}": accounts.openingGeneral,
    "closing-carry-over{fund=appropriation}": accounts.openingGeneral,
    "closing-carry-over{fund=general}": accounts.openingGeneral,
    "total-receipts{fund=appropriation}": appropriation + accounts.openingGeneral,
    "total-disbursements{fund=appropriation}": appropriation + accounts.openingGeneral,
    "total-disbursements{fund=general}": generalTotal + accounts.openingGeneral,
    "total-disbursements{fund=government-fund}": fundTotal,
  };
  for (const [key, amount] of Object.entries(set)) add(key, amount);
  for (const { code, amount } of economic) {
    for (const economicCode of [code.slice(0, 3), code])
      add(`expenditure{fund=general,economic=${economicCode},nature=basic}`, amount);
    add(`expenditure{fund=general,nature=basic,group=${/^30[13]/.test(code) ? "personnel" : "public"}}`, amount);
  }
  for (const { functional, economic: code, amount, nature, own } of matrixOf(accounts)) {
    for (const economicCode of [code.slice(0, 3), code]) {
      if (own === "general") {
        for (const level of levels(functional)) {
          add(`expenditure{fund=general,functional=${level},economic=${economicCode}}`, amount);
          if (nature === "project")
            add(`expenditure{fund=general,functional=${level},economic=${economicCode},nature=project}`, amount);
        }
        add(`expenditure{fund=general,economic=${economicCode}}`, amount);
        if (nature === "project") add(`expenditure{fund=general,economic=${economicCode},nature=project}`, amount);
      } else add(`expenditure{fund=government-fund,economic=${economicCode}}`, amount);
      add(`expenditure{fund=appropriation,economic=${economicCode}}`, amount);
    }
  }
  const { final, budget } = accounts.threePublic;
  for (const [stage, parts] of [
    ["", final],
    ["stage=budget", budget],
  ] as const) {
    for (const [item, amount] of threePublicItems(parts)) {
      const dimensions = [stage, item === "" ? "" : `item=${item}`].filter((text) => text !== "").join(",");
      add(dimensions === "" ? "three-public" : `three-public{${dimensions}}`, amount);
    }
  }
  return facts;
}

export function threePublicItems(parts: ThreePublic): readonly (readonly [item: string, amount: Amount])[] {
  return [
    ["", totalOf(parts)],
    ["overseas", parts.overseas],
    ["vehicles", parts.purchase + parts.running],
    ["vehicle-purchase", parts.purchase],
    ["vehicle-running", parts.running],
    ["receptions", parts.receptions],
  ];
}

interface Meeting {
  readonly functional: string;
  readonly economic: string;
  readonly amount: Amount;
  readonly nature: "basic" | "project";
  readonly own: "general" | "government-fund";
}

const PROJECT_OBJECTS = ["30201", "30213", "30226", "30227", "30299", "31003", "30305"];

/** Who paid for what: basic spending of the items dealt out over the economic items, projects over a few objects each. */
function matrixOf(accounts: RandomAccounts): Meeting[] {
  const meetings: Meeting[] = [];
  const rest = accounts.economic.map(({ code, amount }) => ({ code, amount }));
  for (const { code: functional, basic } of accounts.general) {
    let open = basic;
    for (const column of rest) {
      const amount = Math.min(open, column.amount);
      if (amount === 0) continue;
      meetings.push({ functional, economic: column.code, amount, nature: "basic", own: "general" });
      column.amount -= amount;
      open -= amount;
    }
  }
  const random = new Random(accounts.general.length + accounts.opening);
  const deal = (item: FunctionalItem, own: Meeting["own"]): void => {
    if (item.project === 0) return;
    const objects = random.some(PROJECT_OBJECTS, 0.4).slice(0, item.project);
    const chosen = objects.length > 0 ? objects : ["30227"];
    random.split(item.project, chosen.length).forEach((amount, index) => {
      meetings.push({ functional: item.code, economic: chosen[index]!, amount, nature: "project", own });
    });
  };
  for (const item of accounts.general) deal(item, "general");
  for (const item of accounts.fund) deal(item, "government-fund");
  return meetings;
}
