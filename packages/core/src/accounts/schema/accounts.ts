import { z } from "zod";
import { conceptOf } from "../../facts/concepts.ts";
import type { DocumentKind } from "../../facts/disclosure.ts";
import {
  boundFigureSchema,
  factSchema,
  list,
  measuredSchema,
  quantitySchema,
  sourceSchema,
  unboundFigureSchema,
  unitSchema,
} from "./figure.ts";
import { contentsEntrySchema, narrativeSectionSchema, statementSchema } from "./narrative.ts";
import { accountsTableSchema } from "./table.ts";

/** A record over the items of a concept: vehicles by kind, staff by kind … Items that are not stated are absent. */
function byItem<T extends z.ZodType>(concept: string, entry: T) {
  const items = Object.keys(conceptOf(concept)?.items ?? {});
  return z.partialRecord(z.enum(items as [string, ...string[]]), entry);
}

const counts = (concept: string) =>
  z.strictObject({ total: quantitySchema.exactOptional(), byItem: byItem(concept, quantitySchema) });
const amounts = (concept: string) =>
  z.strictObject({ total: measuredSchema.exactOptional(), byItem: byItem(concept, measuredSchema) });

const named = z.strictObject({ name: z.string(), source: sourceSchema });

/** 部门概况 */
export const departmentSchema = z.strictObject({
  name: z.string().exactOptional(),
  /** 主要职责, paragraph by paragraph, where the text was at hand. */
  responsibilities: list(z.string()).exactOptional(),
  /** 机构设置 */
  institutions: list(z.string()).exactOptional(),
  /** 纳入决算编制范围的单位 */
  unitsCovered: list(named),
  units: counts("units"),
  staff: counts("staff"),
});

/** 名词解释 */
export const glossaryEntrySchema = z.strictObject({
  term: z.string(),
  /** The functional code of an entry such as 社会保障和就业（类）…（款）…（项）. */
  functional: z.string().exactOptional(),
  source: sourceSchema,
});

/** “三公”经费, down to missions, vehicles, batches of receptions and their list */
export const threePublicSchema = z.strictObject({
  total: measuredSchema.exactOptional(),
  items: byItem("three-public", measuredSchema),
  missions: quantitySchema.exactOptional(),
  missionPersons: quantitySchema.exactOptional(),
  vehiclesBought: counts("vehicles-bought"),
  vehiclePurchaseAmount: counts("vehicle-purchase-amount"),
  vehiclesHeld: counts("vehicles-held"),
  receptionBatches: counts("reception-batches"),
  receptionPersons: counts("reception-persons"),
  /** 公务接待明细 in the order printed. */
  receptionList: list(
    z.strictObject({
      ordinal: z.int().exactOptional(),
      label: z.string().exactOptional(),
      amount: quantitySchema,
    }),
  ),
});

/** 项目支出绩效自评表: one project with its funds and what its indicators were to reach, reached and scored. */
const evaluationSchema = z.strictObject({
  /** 项目名称; 部门整体支出 for the department as a whole. */
  project: z.string(),
  /** 年度资金总额: budgets, what was executed, and the rate of execution. */
  funds: measuredSchema.exactOptional(),
  /** 其中：当年财政拨款, 上年结转资金 … */
  parts: byItem("project-amount", measuredSchema),
  /** 总分: the total of the weights, 100 as a rule, and the score. */
  weight: quantitySchema.exactOptional(),
  score: quantitySchema.exactOptional(),
  indicators: list(
    z.strictObject({
      name: z.string(),
      ordinal: z.int().exactOptional(),
      weight: quantitySchema.exactOptional(),
      target: quantitySchema.exactOptional(),
      actual: quantitySchema.exactOptional(),
      score: quantitySchema.exactOptional(),
    }),
  ),
});

/** 绩效 */
export const performanceSchema = z.strictObject({
  projects: counts("performance-projects"),
  amounts: counts("performance-amount"),
  issues: counts("performance-issues"),
  scores: list(z.strictObject({ label: z.string().exactOptional(), score: quantitySchema })),
  projectAmounts: list(z.strictObject({ label: z.string().exactOptional(), amount: measuredSchema })),
  outputs: list(z.strictObject({ label: z.string().exactOptional(), amount: quantitySchema })),
  /** 绩效自评表, project by project in the order printed; absent where none is. */
  evaluations: list(evaluationSchema).exactOptional(),
  /** The reports appended: titles and places. */
  reports: list(z.strictObject({ title: z.string(), start: z.int().nonnegative(), end: z.int().nonnegative() })),
});

/** 国有资产 */
export const stateAssetsSchema = z.strictObject({
  total: measuredSchema.exactOptional(),
  byLabel: z.record(z.string(), measuredSchema),
  vehicles: counts("state-vehicles"),
  largeEquipment: counts("large-equipment"),
});

const KINDS = ["final-accounts", "budget", "other"] as const satisfies readonly DocumentKind[];

/**
 * One department's final accounts (部门决算) as typed data: everything that was read from a disclosure, arranged by what
 * it is about. It holds figures once, in `figures`; everything else names them by id. What a document does not state is
 * absent, never zero. It goes through JSON without loss.
 */
export const finalAccountsSchema = z.strictObject({
  format: z.literal("juesuan/final-accounts"),
  version: z.literal(1),
  kind: z.enum(KINDS),
  refusal: z.strictObject({ zh: z.string(), en: z.string() }).exactOptional(),
  department: departmentSchema,
  fiscalYear: z.int().exactOptional(),
  /** The id of the disclosure profile. */
  profile: z.string(),
  /** The unit of the tables. */
  unit: unitSchema,
  /** 收入支出总体: the totals of the year, by key in `facts` and arranged here. */
  totals: z.strictObject({
    receipts: measuredSchema.exactOptional(),
    disbursements: measuredSchema.exactOptional(),
    revenue: measuredSchema.exactOptional(),
    expenditure: measuredSchema.exactOptional(),
    basicExpenditure: measuredSchema.exactOptional(),
    projectExpenditure: measuredSchema.exactOptional(),
    openingCarryOver: measuredSchema.exactOptional(),
    closingCarryOver: measuredSchema.exactOptional(),
    useOfSurplus: measuredSchema.exactOptional(),
    surplusDistribution: measuredSchema.exactOptional(),
  }),
  threePublic: threePublicSchema,
  /** 机关运行经费 */
  operatingCosts: measuredSchema.exactOptional(),
  /** 政府采购 */
  procurement: amounts("procurement"),
  stateAssets: stateAssetsSchema,
  performance: performanceSchema,
  glossary: list(glossaryEntrySchema),
  contents: list(contentsEntrySchema),
  sections: list(narrativeSectionSchema),
  statements: list(statementSchema),
  tables: list(accountsTableSchema),
  facts: list(factSchema),
  figures: list(boundFigureSchema),
  unbound: list(unboundFigureSchema),
  oddities: list(
    z.strictObject({
      code: z.string(),
      message: z.string(),
      messageEn: z.string(),
      page: z.int().exactOptional(),
      start: z.int().exactOptional(),
      end: z.int().exactOptional(),
    }),
  ),
});

export type FinalAccounts = z.infer<typeof finalAccountsSchema>;
export type DepartmentProfile = z.infer<typeof departmentSchema>;
export type ThreePublicAccounts = z.infer<typeof threePublicSchema>;
export type PerformanceAccounts = z.infer<typeof performanceSchema>;
export type StateAssetsAccounts = z.infer<typeof stateAssetsSchema>;
