import type { NumberToken } from "../../numbers.ts";
import type { Reading, Told } from "../../state.ts";
import { countsBefore } from "./counts.ts";
import { namesBefore, told } from "./named.ts";
import { namedAtStages, stagesNamed } from "./stages.ts";

// 上级补助收入、事业收入、经营收入均为0万元; 国内公务接待批次、人次均为0: one number told of all that the words name, and not of the last alone.

const OF_ALL = /(?:(?:均|都|皆|俱|全部|各)(?:为|是)?|同样?(?:为|是))$/;

/** What the number is told of where that is more than one quantity, the one named last first. */
export function allNamed(r: Reading, number: NumberToken): readonly Told[] {
  if (r.inReason || r.inUse || r.section === undefined) return [];
  const said = OF_ALL.exec(r.view.text.slice(Math.max(0, number.start - 4), number.start))?.[0];
  if (said === undefined) return [];
  const at = number.start - said.length;
  const isOfCounts = number.unit === "count";
  const named = number.classifier === undefined ? namesBefore(r, at) : undefined;
  // 公务用车运行维护费、公务接待费各3万元；较上年分别下降10%、25%
  if (named) r.named = named.keys;
  const keys =
    named?.keys.map((key) => told(key, { budget: named.budget })) ??
    (number.classifier === undefined ? namedAtStages(r, at) : undefined) ??
    stagesNamed(r, number, at) ??
    (isOfCounts ? countsBefore(r, at) : []);
  return keys.toReversed();
}
