import type { Draft } from "@juesuan/writers";
import { finalOf, randomAccounts, type RandomAccounts } from "../disclosures/accounts.ts";
import { typedAccounts } from "../roundtrip/accounts.ts";
import { answeredDraft } from "../roundtrip/law.ts";

/** What is unusual in a department's year and still as it should be. */
export const PECULIARITIES: Readonly<Record<string, (accounts: RandomAccounts) => RandomAccounts>> = {
  nothing: (accounts) => accounts,
  用事业基金弥补收支差额: (accounts) => ({ ...accounts, surplusUsed: 4321 }),
  结余分配: (accounts) => ({ ...accounts, opening: accounts.opening + 5000, distributed: 1234 }),
  "a negative closing carry-over": (accounts) => ({
    ...accounts,
    distributed: accounts.opening + accounts.otherRevenue + 777,
  }),
  "no carry-over at all": (accounts) => ({
    ...accounts,
    opening: 0,
    openingGeneral: 0,
    otherRevenue: 0,
    general: accounts.general.map((item) => ({ ...item, other: 0 })),
  }),
  "no project": (accounts) => {
    const general = accounts.general.map((item) => ({ ...item, project: 0 })).filter((item) => finalOf(item) > 0);
    return { ...accounts, general, fund: [], otherRevenue: accounts.otherRevenue };
  },
  "no “three public” expenses": (accounts) => ({
    ...accounts,
    economic: folded(accounts),
    threePublic: { final: NONE, budget: NONE, previous: NONE },
  }),
  "a department that was merged": (accounts) => ({
    ...accounts,
    previousTotal: 100,
    previousAppropriation: 90,
    previousGeneral: 80,
    previousOperatingCosts: 1,
  }),
  "a budget of nothing": (accounts) => ({
    ...accounts,
    general: accounts.general.map((item) => ({ ...item, budget: 0 })),
    fund: accounts.fund.map((item) => ({ ...item, budget: 0 })),
  }),
};

const NONE = { overseas: 0, purchase: 0, running: 0, receptions: 0 };

/** Sichuan's form has no place for why “three public” expenses went beyond their budget: none does. */
function withinBudget(accounts: RandomAccounts): RandomAccounts {
  const { final, budget, previous } = accounts.threePublic;
  const most = (part: keyof typeof final): number => Math.max(final[part], budget[part]);
  const ceiling = {
    overseas: most("overseas"),
    purchase: most("purchase"),
    running: most("running"),
    receptions: most("receptions"),
  };
  return { ...accounts, threePublic: { final, budget: ceiling, previous } };
}

/** What vehicles and receptions cost, under another item. */
function folded({ economic }: RandomAccounts): RandomAccounts["economic"] {
  const gone = economic.filter(({ code }) => code === "30231" || code === "30217");
  const rest = economic.filter((item) => !gone.includes(item));
  const total = gone.reduce((sum, { amount }) => sum + amount, 0);
  const host = rest.find(({ code }) => code.startsWith("302"));
  return rest.map((item) => (item === host ? { ...item, amount: item.amount + total } : item));
}

/** The disclosure of a random department with that peculiarity and everything answered that is asked for. */
export async function peculiarDraft(seed: number, profile: string, peculiarity: string): Promise<Draft> {
  const accounts = typedAccounts(PECULIARITIES[peculiarity]!(withinBudget(randomAccounts(seed))), profile, seed);
  return answeredDraft(accounts, seed);
}
