import type { BoundFigure } from "../../facts/disclosure.ts";
import { keyText, type Dimensions } from "../../facts/key.ts";
import { readingOf } from "../../figure/interval.ts";
import type { CheckContext } from "../relation.ts";
import { known } from "./terms.ts";
import { economicKeys, itemsOf, quantity, type Identity, type Quantity } from "./identity.ts";
import { areToldTogether } from "./told-together.ts";

const isRevenueOfItsOwn = ({ concept, dimensions: { label, measure } }: BoundFigure): boolean =>
  concept === "revenue" && label !== undefined && measure === undefined;

const FUNDS = ["general", "government-fund", "state-capital"] as const;
const WITH_APPROPRIATION = ["appropriation", ...FUNDS] as const;
const STAGES: readonly (Dimensions["stage"] | undefined)[] = [
  undefined,
  "budget",
  "original-budget",
  "adjusted-budget",
];

const at = (stage: Dimensions["stage"] | undefined): Dimensions => (stage === undefined ? {} : { stage });

const FLOWS = [
  "revenue",
  "expenditure",
  "opening-carry-over",
  "closing-carry-over",
  "total-receipts",
  "total-disbursements",
];

/**
 * 公务接待费24.71万元。其中：外宾接待支出3.46万元…；国内公务接待支出21.25万元: told side by side they are the whole. Some count foreign
 * guests among those received at home (国内公务接待支出24.71万元，其中外事接待3.46万元), and some tell what was spent abroad beside both.
 */
function areReceptionsDivided({ facts, text }: CheckContext): boolean {
  const told = (item: string): BoundFigure | undefined =>
    facts.get(keyText("three-public", { item }))?.find(({ source }) => source.table === undefined);
  const [all, home, foreign] = ["receptions", "domestic-receptions", "foreign-receptions"].map(told);
  if (!all || !home || !foreign || text === undefined) return false;
  if (home.source.section !== foreign.source.section || all.source.section !== home.source.section) return false;
  if ([...facts.keys()].some((key) => key.startsWith("three-public{item=receptions,label="))) return false;
  const [first, second] = [home, foreign].toSorted((a, b) => a.source.start - b.source.start);
  if (first === home && /其中|含|包括/.test(text.slice(first.source.end, second!.source.start))) return false;
  const [whole, part] = [all, home].map(readingOf);
  return whole !== undefined && part !== undefined && Math.abs(whole.middle - part.middle) > whole.step + part.step;
}

/** Which quantities add up to which, and lie within which, by the id of the relation. */
export const IDENTITIES: Readonly<Record<string, (context: CheckContext) => Iterable<Identity>>> = {
  "identity.funds": function* (): Iterable<Identity> {
    for (const concept of FLOWS) {
      for (const nature of concept === "expenditure" ? ([undefined, "basic", "project"] as const) : [undefined]) {
        const dimensions = nature === undefined ? {} : { nature };
        yield {
          quantities: [
            quantity(1, concept, { fund: "appropriation", ...dimensions }),
            ...FUNDS.map((fund) => quantity(-1, concept, { fund, ...dimensions })),
          ],
        };
      }
    }
  },
  "identity.revenue-sources": function* (context) {
    // 财政专户管理教育收费200万元: a source that the statutory ones do not have.
    if (context.disclosure.figures.some(isRevenueOfItsOwn)) return;
    yield {
      quantities: [
        quantity(1, "revenue"),
        quantity(-1, "revenue", { fund: "appropriation" }),
        ...(["superior-subsidy", "institutional", "operating", "subordinate", "other"] as const).map((source) =>
          quantity(-1, "revenue", { source }),
        ),
      ],
    };
  },
  "identity.expenditure-natures": function* () {
    yield {
      quantities: [
        quantity(1, "expenditure"),
        ...(["basic", "project", "superior-payment", "operating", "subordinate-subsidy"] as const).map((nature) =>
          quantity(-1, "expenditure", { nature }),
        ),
      ],
    };
    // Appropriations are spent as basic or project expenditure and nothing else.
    for (const fund of WITH_APPROPRIATION) {
      yield {
        quantities: [
          quantity(1, "expenditure", { fund }),
          quantity(-1, "expenditure", { fund, nature: "basic" }),
          quantity(-1, "expenditure", { fund, nature: "project" }),
        ],
      };
    }
  },
  "identity.personnel-and-public": function* (context) {
    for (const fund of ["general", "appropriation", undefined] as const) {
      const quantities = [
        quantity(1, "expenditure", { ...(fund && { fund }), nature: "basic" }),
        quantity(-1, "expenditure", { ...(fund && { fund }), nature: "basic", group: "personnel" }),
        quantity(-1, "expenditure", { ...(fund && { fund }), nature: "basic", group: "public" }),
      ];
      // Of all funds together where one section tells the three: elsewhere the parts may be those of the appropriation.
      if (fund === undefined && !areToldTogether(context, quantities)) continue;
      yield { quantities };
    }
  },
  "identity.totals": function* () {
    yield { quantities: [quantity(1, "total-receipts"), quantity(-1, "total-disbursements")] };
    yield {
      quantities: [
        quantity(1, "total-receipts"),
        quantity(-1, "revenue"),
        quantity(-1, "use-of-surplus"),
        quantity(-1, "opening-carry-over"),
      ],
    };
    yield {
      quantities: [
        quantity(1, "total-disbursements"),
        quantity(-1, "expenditure"),
        quantity(-1, "surplus-distribution"),
        quantity(-1, "closing-carry-over"),
      ],
    };
    for (const fund of WITH_APPROPRIATION) {
      yield { quantities: [quantity(1, "total-receipts", { fund }), quantity(-1, "total-disbursements", { fund })] };
      yield {
        quantities: [
          quantity(1, "total-receipts", { fund }),
          quantity(-1, "revenue", { fund }),
          quantity(-1, "opening-carry-over", { fund }),
        ],
      };
      yield {
        quantities: [
          quantity(1, "total-disbursements", { fund }),
          quantity(-1, "expenditure", { fund }),
          quantity(-1, "closing-carry-over", { fund }),
        ],
      };
    }
  },
  "identity.objects-by-nature": function* (context) {
    for (const dimensions of economicKeys(context)) {
      yield {
        quantities: [
          quantity(1, "expenditure", dimensions),
          quantity(-1, "expenditure", { ...dimensions, nature: "basic" }),
          quantity(-1, "expenditure", { ...dimensions, nature: "project" }),
        ],
      };
    }
  },
  "identity.appropriation-within-all": function* () {
    for (const concept of ["revenue", "expenditure"]) {
      yield {
        comparator: "<=",
        quantities: [quantity(-1, concept), quantity(1, concept, { fund: "appropriation" })],
      };
    }
  },
  "three-public.sum": function* (context) {
    for (const stage of STAGES) {
      const item = (coefficient: number, name?: string): Quantity =>
        quantity(coefficient, "three-public", { ...at(stage), ...(name !== undefined && { item: name }) });
      const isTold = (name: string): boolean => {
        const { concept, dimensions } = item(1, name);
        return known(context, keyText(concept, dimensions), 1) !== undefined;
      };
      // 因公出国（境）费0万元；公务用车运行维护费5.50万元；公务接待费3.03万元: vehicles are told by what they cost to run alone.
      if (!isTold("vehicles") && isTold("vehicle-running")) {
        const parts = ["overseas", "vehicle-purchase", "vehicle-running", "receptions"];
        const told = parts.filter(isTold);
        if (told.length === parts.length) yield { quantities: [item(1), ...told.map((name) => item(-1, name))] };
        // What is not told may have been bought: then the parts told are within the whole, and no more is known.
        else if (told.length > 1)
          yield { comparator: "<=", quantities: [item(-1), ...told.map((name) => item(1, name))] };
        continue;
      }
      yield { quantities: [item(1), item(-1, "overseas"), item(-1, "vehicles"), item(-1, "receptions")] };
      yield { quantities: [item(1, "vehicles"), item(-1, "vehicle-purchase"), item(-1, "vehicle-running")] };
    }
    if (areReceptionsDivided(context))
      yield {
        quantities: [
          quantity(1, "three-public", { item: "receptions" }),
          quantity(-1, "three-public", { item: "domestic-receptions" }),
          quantity(-1, "three-public", { item: "foreign-receptions" }),
        ],
      };
  },
  "three-public.within": function* () {
    for (const item of ["domestic-receptions", "foreign-receptions"]) {
      yield {
        comparator: "<=",
        quantities: [quantity(-1, "three-public", { item: "receptions" }), quantity(1, "three-public", { item })],
      };
    }
  },
  "three-public.of-basic": function* () {
    for (const [economic, item] of [
      ["30212", "overseas"],
      ["30217", "receptions"],
      ["30231", "vehicle-running"],
      ["31013", "vehicle-purchase"],
    ] as const) {
      yield {
        comparator: "<=",
        quantities: [
          quantity(-1, "three-public", { item }),
          quantity(1, "expenditure", { fund: "general", economic, nature: "basic" }),
        ],
      };
    }
  },
  "procurement.sum": function* () {
    yield {
      quantities: [
        quantity(1, "procurement"),
        quantity(-1, "procurement", { item: "goods" }),
        quantity(-1, "procurement", { item: "works" }),
        quantity(-1, "procurement", { item: "services" }),
      ],
    };
  },
  "procurement.within": function* () {
    for (const [part, whole] of [
      ["sme", undefined],
      ["micro", "sme"],
      ["micro", undefined],
      ["sme-goods", "goods"],
      ["sme-works", "works"],
      ["sme-services", "services"],
    ] as const) {
      yield {
        comparator: "<=",
        quantities: [
          quantity(-1, "procurement", whole === undefined ? {} : { item: whole }),
          quantity(1, "procurement", { item: part }),
        ],
      };
    }
  },
  "identity.state-assets": function* () {
    yield {
      quantities: [
        quantity(1, "state-assets", { item: "total" }),
        ...["current", "fixed", "investments", "construction", "intangible", "other"].map((item) =>
          quantity(-1, "state-assets", { item }),
        ),
      ],
    };
  },
  "count.vehicles": function* (context) {
    for (const concept of ["state-vehicles", "vehicles-held", "vehicles-bought", "vehicle-purchase-amount"]) {
      const all = itemsOf(context, concept);
      const builds = all.filter((item) => BUILDS.has(item));
      const uses = all.filter((item) => !BUILDS.has(item) && item !== "other");
      // Told twice, by build and by use, each list is of all the vehicles; 其他用车 is a use.
      for (const items of builds.length > 0 && uses.length > 0
        ? [builds, all.filter((item) => !BUILDS.has(item))]
        : [all]) {
        const others = items === builds ? [] : kindsUnlisted(context, concept);
        if (items.length + others.length < 2) continue;
        yield {
          quantities: [
            quantity(1, concept),
            ...items.map((item) => quantity(-1, concept, { item })),
            ...others.map((label) => quantity(-1, concept, { label })),
          ],
          // A list that ends in 其他用车 is complete; one that names a few kinds may not be.
          ...(!items.includes("other") && { severity: "warning" }),
        };
      }
    }
  },
  "count.vehicles-held": function* ({ facts }) {
    const [all, held] = ["state-vehicles", "vehicles-held"].map(
      (concept) => facts.get(keyText(concept, {}))?.[0]?.value,
    );
    // As many of the one as of the other: each bears the other out, and what tells the kinds apart is wrong elsewhere.
    if (all !== undefined && all === held)
      yield { severity: "error", quantities: [quantity(1, "state-vehicles"), quantity(-1, "vehicles-held")] };
    else
      yield {
        comparator: "<=",
        quantities: [quantity(-1, "state-vehicles"), quantity(1, "vehicles-held")],
      };
  },
  "count.performance": function* () {
    yield {
      severity: "warning",
      quantities: [
        quantity(1, "performance-projects", { item: "self-evaluation" }),
        ...["excellent", "good", "pass", "fail"].map((item) => quantity(-1, "performance-projects", { item })),
      ],
    };
    yield {
      severity: "warning",
      quantities: [
        quantity(1, "performance-issues"),
        quantity(-1, "performance-issues", { item: "rectified" }),
        quantity(-1, "performance-issues", { item: "rectifying" }),
      ],
    };
  },
  "count.staff": function* (context) {
    // Support staff (工勤人员) are told by few, and then are of them too.
    const told = itemsOf(context, "staff").includes("support") ? ["support"] : [];
    yield {
      severity: "warning",
      quantities: [
        quantity(1, "staff", { item: "actual" }),
        ...["administrative", "civil-service-managed", "institutional", ...told].map((item) =>
          quantity(-1, "staff", { item }),
        ),
      ],
    };
  },
};

/** 流动演出车2辆: kinds that no form lists, under their own words; 报废车1辆 is none. */
function kindsUnlisted(context: CheckContext, concept: string): readonly string[] {
  const found = new Set<string>();
  for (const { concept: own, dimensions } of context.disclosure.figures) {
    const { label, item, measure } = dimensions;
    if (own !== concept || label === undefined || item !== undefined || measure !== undefined) continue;
    if (/^(?!报废|处置|减少|新增|增加|更新|购置|当年|划转|调出|上缴|拍卖)[一-龥]{2,8}车(?:（|$)/.test(label))
      found.add(label);
  }
  return [...found];
}

/** Kinds of vehicles by build (轿车、越野车、载客汽车), beside those by use. */
const BUILDS: ReadonlySet<string> = new Set(["sedan", "off-road", "coach", "small-coach", "large-coach"]);
