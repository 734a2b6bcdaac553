import type { ConceptKey } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import type { Reading } from "../state.ts";

// Counts that are told beside the count of all: vehicles of last year and those that went, missions of one kind.

const VEHICLES = /^(?:vehicles-held|vehicles-bought|state-vehicles)$/;
const LAST_YEAR = /[由从](?:上年度?末?|去年末?)的?$/;
const WENT = /[，、；：（](?:其中)?(报废|处置|核减|取消|调出|划转|拍卖|封存)(?:公务用车|车辆)?$/;
const KIND = /(?:其中：?|[；，、])(?:出国（境）)?([一-龥]{2,12})团组$/;
const ALL_MISSIONS = /出国|出境|因公|全年|安排|涉及|拨款|来访/;

export function toldApart(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const before = r.view.text.slice(Math.max(0, number.start - 24), number.start);
  const { concept, dimensions } = key;
  if (VEHICLES.test(concept)) {
    // 保有量由上年的14辆减少到13辆，报废1辆
    if (LAST_YEAR.test(before)) return { concept, dimensions: { ...dimensions, period: "previous" } };
    const label = WENT.exec(before)?.[1];
    return label === undefined ? undefined : { concept: "vehicles-held", dimensions: { label } };
  }
  if (!r.inParts) return undefined;
  if (concept === "missions") {
    // 团组286个，其中：参加国际会议团组142个、298人次
    const label = KIND.exec(before)?.[1];
    return label === undefined || ALL_MISSIONS.test(label)
      ? undefined
      : { concept, dimensions: { ...dimensions, label } };
  }
  const { lastBound: last } = r;
  const label = last?.concept === "missions" ? last.dimensions.label : undefined;
  return concept === "mission-persons" &&
    label !== undefined &&
    /^[、，]$/.test(r.view.text.slice(r.lastNumberEnd, number.start))
    ? { concept, dimensions: { ...dimensions, label } }
    : undefined;
}
