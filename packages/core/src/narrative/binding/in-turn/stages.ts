import type { ConceptKey, Dimensions } from "../../../facts/key.ts";
import { unknownWords } from "../../certainty.ts";
import type { NumberToken } from "../../numbers.ts";
import { tokensIn } from "../../places.ts";
import type { Reading, Told } from "../../state.ts";
import { moneyOf } from "../../twins.ts";
import { isForeign } from "../annex.ts";
import { namesBefore } from "./named.ts";

// Stages and years told in turn of one thing or of each of several: planned and spent, this year and the last.

const STAGE =
  "(?:20\\d{2}年度?|本年度?|当年)?(?:支出)?(?:(?:上年度?|去年)(?:支出)?(?:决算|执行|支出)|(?:年初|全年|调整后?|批复)?预算|(?:实际)?(?:决算|执行|支出))(?:支出)?(?:数|额|金额|安排)?";
const STAGES = new RegExp(`${STAGE}(?:[、和与及]${STAGE})+$`);

/** “三公”经费预算数和决算数分别为10万元、8万元: of the one thing that is spoken of, planned and spent. */
export function stagesNamed(r: Reading, number: NumberToken, at: number): Told[] | undefined {
  const words = wordsOfStages(r, at);
  const stages = words?.split(/[、和与及]/) ?? [];
  // 上年支出和本年支出 name no budget, and 基本支出和项目支出 no stage.
  if (stages.length === 0 || !words!.includes("预算") || !/决算|执行|实际|支出/.test(words!)) return undefined;
  const subject = r.subject && moneyOf(r.subject);
  if (!subject || isForeign(r, subject, number)) return undefined;
  // The names of the stages are no words that nobody knows: only what stands before them may be.
  const from = at - words!.length;
  const name = tokensIn(r, from, from + 1).find(({ type }) => type === "subject");
  const unsure = unknownWords(r, name?.end ?? from, subject) ?? "";
  return stages.map((said) => ({ ...atStage(subject, said), unsure }));
}

const wordsOfStages = (r: Reading, at: number): string | undefined =>
  STAGES.exec(r.view.text.slice(Math.max(0, at - 60), at))?.[0];

/** 公务用车购置费、公务接待费预算数与决算数均为0万元: each of them, planned and spent. */
export function namedAtStages(r: Reading, at: number): ConceptKey[] | undefined {
  const words = wordsOfStages(r, at);
  if (words === undefined || !/预算|上年|去年/.test(words)) return undefined;
  const stages = words.split(/[、和与及]/);
  const from = at - words.length;
  // 公务用车购置费决算数与上年决算数: the first may be read as a part of the name.
  const named = namesBefore(r, from) ?? namesBefore(r, from + stages[0]!.length);
  return named && stages.flatMap((said) => named.keys.map((key) => atStage(key, said)));
}

function atStage({ concept, dimensions }: ConceptKey, said: string): ConceptKey {
  const { stage: _stage, period: _period, ...own } = dimensions;
  return { concept, dimensions: { ...own, ...stageOf(said) } };
}

function stageOf(words: string): Dimensions {
  if (/上年|去年/.test(words)) return { period: "previous" };
  if (!words.includes("预算")) return {};
  return { stage: words.includes("年初") ? "original-budget" : /全年|调整/.test(words) ? "adjusted-budget" : "budget" };
}

/** 2023—2025年，“三公”经费支出决算; 2023年、2024年、2025年 */
const YEARS =
  /(?:(?<from>20\d{2})年?[-—－~～至到]+(?<to>20\d{2})|(?<list>20\d{2}年?度?(?:[、和及与]20\d{2}年?度?)+))年?度?[^。；\n\d]{0,40}?$/;

/** 2023—2025年…分别为33.05万元、27.8万元、26.27万元: the amounts of several years, in the order of the years. */
export function yearsNamed(r: Reading, number: NumberToken, count: number, at: number): ConceptKey[] | undefined {
  const { fiscalYear } = r.context;
  const { from, to, list } = YEARS.exec(r.view.text.slice(Math.max(0, at - 80), at))?.groups ?? {};
  const years =
    list === undefined
      ? Array.from({ length: Math.max(0, Number(to) - Number(from) + 1) || 0 }, (_, index) => Number(from) + index)
      : [...list.matchAll(/20\d{2}/g)].map(([year]) => Number(year));
  if (fiscalYear === undefined || years.length !== count || new Set(years).size !== count) return undefined;
  const subject = r.subject && moneyOf(r.subject);
  if (!subject || isForeign(r, subject, number)) return undefined;
  const { concept, dimensions } = subject;
  return years.map((year) => {
    if (year === fiscalYear) return subject;
    const of = year === fiscalYear - 1 ? ({ period: "previous" } as const) : { label: `${year}年` };
    return { concept, dimensions: { ...dimensions, ...of } };
  });
}
