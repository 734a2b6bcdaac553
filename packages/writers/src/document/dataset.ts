import type { DraftDocument } from "../draft/document.ts";

/** schema.org/Dataset about the page, as JSON-LD; `<` is written so that no script can be closed from within. */
export function datasetOf({ department, fiscalYear, title, profile }: DraftDocument): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: title,
    description: `${department}${fiscalYear}年度收入、支出、“三公”经费等决算数据，页面中每个数字都标注了含义。`,
    inLanguage: "zh-CN",
    temporalCoverage: `${fiscalYear}-01-01/${fiscalYear}-12-31`,
    creator: { "@type": "GovernmentOrganization", name: department },
    measurementTechnique: "政府会计准则制度下的部门决算",
    variableMeasured: ["收入", "支出", "结转和结余", "“三公”经费", "机关运行经费", "政府采购支出"],
    isAccessibleForFree: true,
    additionalType: `juesuan/final-accounts/${profile}`,
  }).replaceAll("<", "\\u003c");
}
