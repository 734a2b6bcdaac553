import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Reading } from "../state.ts";

/** （图1：收、支决算总计变动情况图，单位：万元2024年329.88 2025年352.63）: the words of a chart, each amount behind its year. */
const CHART =
  /（图\d*[：:]?(?:20\d{2}年度?)?((?:一般公共预算)?(?:财政拨款)?)(?:收、支|收支|收入支出)(?:决算)?总计(?:变动|对比)?(?:情况)?图(?:[，：]?单位：(万?元))?[^（）]*?(20\d{2})年度?$/;

/** What a total in the words of a chart is; undefined for all other numbers. */
export function totalOfChart(r: Reading, number: NumberToken): ConceptKey | undefined {
  const { fiscalYear } = r.context;
  const [, fund, unit, year] = CHART.exec(r.view.text.slice(Math.max(0, number.start - 80), number.start)) ?? [];
  if (year === undefined || fiscalYear === undefined || fund!.startsWith("一般") || number.decimals === 0)
    return undefined;
  // A chart may be in 万元 in a document that is in 元.
  if (unit !== undefined && (unit === "元") !== (r.money === "yuan")) return undefined;
  const own: ConceptKey = { concept: "total-receipts", dimensions: fund === "" ? {} : { fund: "appropriation" } };
  if (Number(year) === fiscalYear) return own;
  return Number(year) === fiscalYear - 1
    ? { concept: own.concept, dimensions: { ...own.dimensions, period: "previous" } }
    : undefined;
}
