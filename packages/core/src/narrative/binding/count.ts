import { conceptOf } from "../../facts/concepts.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { tokensIn } from "../places.ts";
import { strangeStaff } from "./strange.ts";
import { countOf, isCompany } from "../twins.ts";
import { unitBefore } from "../units.ts";
import { unitsOfKind } from "./units-of-kind.ts";
import { countInTurn } from "./in-turn/counts.ts";
import { isForeign, labelled } from "./annex.ts";
import { toldApart } from "./apart.ts";
import { withFundEvaluated } from "./evaluation/funds.ts";
import { gradeOfOthers, ofWholeDepartment } from "./evaluation/counted.ts";
import { withMeasure } from "./measures.ts";
import { bindMoney } from "./money.ts";
import { bindRate } from "./rate.ts";
import { publishedOf } from "./evaluation/counted-nouns.ts";
import { RECEPTIONS, ofAllGuests, receives } from "./counts/guests.ts";
import { equipmentAlso, kindOfEquipment, unpriced } from "./counts/assets.ts";
import { postsOf, someOfStaff, staffOfKind, subordinateBefore } from "./counts/staff.ts";
import { changedWith, includedIn, wordsBefore } from "./counts/parts.ts";

// Counts: what a number with a classifier (个, 人, 辆, 台 …), or with no unit at all, is bound to.

const SAYS_NO_COSTS = /(?:^|[，。；：、\n\d])(?:机关|单位)运行经费(?:支出)?(?:决算)?数?为0(?:[，。；\n]|$)/;

const PAID_BY = /^[一-龥]{1,6}(?:局|中心|支队|大队|派出所|单位|机构)(?:支出)?\d[\d.,]*[万亿]?元/;

export function bindCount(r: Reading, number: NumberToken): Binding {
  const { subject } = r;
  const classifier = number.classifier ?? "";
  const inTurn = countInTurn(r, number);
  if (inTurn) return inTurn;
  // 本校为全额拨款事业单位，机关运行经费为0: nothing needs no unit.
  if (number.value === "0" && SAYS_NO_COSTS.test(r.view.text.slice(Math.max(0, number.start - 16), number.end + 1)))
    return { concept: "operating-costs", dimensions: {} };
  // 按在职人员25人计算，人均2万元: what the costs are divided by, and no other matter.
  if (
    r.section === "operating-costs" &&
    subject?.concept === "staff" &&
    /^，?(?:计算|测算|核算)/.test(r.view.text.slice(number.unitEnd, number.unitEnd + 3))
  ) {
    r.subject = r.base;
    return subject;
  }
  // 安排局机关及10个所属单位出国团组3个: for how many, and not how many.
  // 其中：局本级及9个督察局156.62万元: whose the amount is.
  if (
    subject !== undefined &&
    subject.concept !== "units" &&
    (/^(?:所属|下属|直属|二级|预算)+单位/.test(r.view.text.slice(number.unitEnd, number.unitEnd + 6)) ||
      (/^[个家]$/.test(classifier) && PAID_BY.test(r.view.text.slice(number.unitEnd, number.unitEnd + 24))))
  )
    return labelled(r, number);
  if (subject && !isForeign(r, subject, number)) {
    // 编制总数268个（行政编制12个、事业编制256个）
    const isOfPosts =
      subject.concept === "staff" &&
      classifier === "个" &&
      /编制(?:总数|数|人数)?(?:为|共)?$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start));
    const counted = countOf(subject, isOfPosts ? "名" : classifier);
    const key =
      counted?.concept.startsWith("mission") && receives(r, number) ? countOf(RECEPTIONS, classifier) : counted;
    // 参加其他单位组织的团组1个、共2人: of those missions, not of all.
    if (
      key?.concept === "mission-persons" &&
      r.lastBound?.concept === "missions" &&
      r.lastBound.dimensions.item === "joined" &&
      /^、共(?:计)?$/.test(r.view.text.slice(r.lastNumberEnd, number.start))
    )
      return { concept: key.concept, dimensions: { item: "joined" } };
    if (key?.concept === "reception-persons" && isCompany(r.view.text, number.start))
      return { concept: key.concept, dimensions: { item: "company" } };
    if (key?.concept === "performance-projects") {
      const shown = publishedOf(r, number, key);
      if (shown) return shown;
      const dimensions = withFundEvaluated(r, number, key.dimensions);
      if (dimensions !== key.dimensions) return { concept: key.concept, dimensions };
    }
    if (key) {
      const apart = toldApart(r, number, key);
      if (apart) return apart;
      const all =
        ofAllGuests(r, number, key) ??
        unpriced(r, number, key) ??
        kindOfEquipment(r, number, key) ??
        staffOfKind(r, number, key);
      if (all) return all;
      const around = r.outside.at(-1)?.figure;
      // 离退休人员3人（离休1人，退休2人）: of those before the parenthesis.
      if (
        key.concept === "staff" &&
        around?.concept === "staff" &&
        /^(?:all-retired|pensioners)$/.test(around.dimensions.item ?? "")
      )
        return { concept: "staff", dimensions: { ...key.dimensions, label: around.dimensions.item ?? "" } };
      // 现有人员34人（在编26人、外聘8人）: a part of them, under the words for all.
      if (key.concept === "staff" && around?.concept === "staff" && around.dimensions.item === key.dimensions.item)
        return {
          concept: "staff",
          dimensions: { item: "other", label: wordsBefore(r, number).replace(/^其中：?/, "") },
        };
      // 特种专业技术用车9辆（救护车7辆、体检车2辆）: of that kind.
      if (key.concept === "state-vehicles" && around?.concept === key.concept && around.dimensions.item !== undefined)
        return {
          concept: key.concept,
          dimensions: { ...around.dimensions, label: key.dimensions.label ?? wordsBefore(r, number) },
        };
      // 房屋31846.7平方米，其中…、学生宿舍及食堂10377.15平方米
      const kind =
        key.concept === "state-asset-counts" && r.inParts
          ? /(?:[、，；]其中：?|[、，；]|其中：?)((?!其中)[一-龥]{3,12})$/.exec(
              r.view.text.slice(Math.max(0, number.start - 14), number.start),
            )?.[1]
          : undefined;
      if (kind !== undefined && kind !== key.dimensions.label && !kind.includes("面积"))
        return { concept: key.concept, dimensions: { ...key.dimensions, label: kind } };
      // 办公用房建筑面积1862平方米，周转房24套: counted otherwise, and under a name of its own.
      const other =
        key.concept === "state-asset-counts" && /^[套间栋幢座处]$/.test(classifier)
          ? /[，；、。]([一-龥]{2,10})$/.exec(r.view.text.slice(Math.max(0, number.start - 12), number.start))?.[1]
          : undefined;
      if (other !== undefined && other !== key.dimensions.label)
        return { concept: key.concept, dimensions: { label: other } };
      // 房屋4820平方米，其中办公用房2100平方米、其他1220平方米
      if (
        key.concept === "state-asset-counts" &&
        r.inParts &&
        /[、，；]其他$/.test(r.view.text.slice(Math.max(0, number.start - 3), number.start))
      )
        return { concept: key.concept, dimensions: { ...key.dimensions, label: "其他" } };
      const included = includedIn(r, number);
      if (included !== undefined) return { concept: key.concept, dimensions: { ...key.dimensions, label: included } };
      const unit = unitBefore(r, number.start) ?? (key.concept === "staff" ? subordinateBefore(r, number) : undefined);
      if (unit !== undefined && key.dimensions.label === undefined)
        return { concept: key.concept, dimensions: { ...key.dimensions, label: unit } };
      if (
        key.concept === "performance-projects" &&
        WHOLE.test(r.view.text.slice(Math.max(0, number.start - 16), number.start))
      )
        return ofWholeDepartment(r, number, key);
      const graded = gradeOfOthers(r, number, key);
      if (graded) return graded;
      const some = key.concept === "staff" ? someOfStaff(r, number) : undefined;
      // 实有人数71人，其中在职人员49人: those at work, of all who are kept, the retired among them.
      if (some === "在职") return { concept: "staff", dimensions: { item: "serving" } };
      if (some !== undefined)
        return {
          concept: "staff",
          dimensions: {
            // 在职教职工169人（其中专任教师153人）: some of those before the parenthesis.
            item: around?.concept === "staff" ? "included" : "other",
            label: some.replace(/^其中/, ""),
          },
        };
      const stranger = key.concept === "staff" ? strangeStaff(r, number) : undefined;
      if (stranger !== undefined) return { concept: "staff", dimensions: { item: "other", label: stranger } };
      const posts = postsOf(r, number, key);
      if (posts) return posts;
      const dearer = equipmentAlso(r, number, key);
      if (dearer) return dearer;
      const changed = changedWith(r, number);
      if (changed) return withMeasure(r, key, "change", changed.direction);
      const cue = r.cue;
      if (cue?.kind === "direction" && cue.direction !== "unchanged") {
        r.cue = undefined;
        return withMeasure(r, key, "change", cue.direction);
      }
      if (cue?.kind === "previous-amount")
        return { concept: key.concept, dimensions: { ...key.dimensions, period: "previous" } };
      return key;
    }
    // A number without its unit: 占76.23；支出决算为4.19。年初预算为0，
    if (classifier === "" && conceptOf(subject.concept)?.kind === "money") {
      if (r.cue?.kind === "share") return bindRate(r, number);
      const { cue } = r;
      // 比上年增加0，增长0。
      if (cue?.kind === "direction" && number.value === "0" && ENDS_CLAUSE.test(r.view.text[number.end] ?? "\n"))
        return SAYS_RATE.test(r.view.text.slice(number.start - 3, number.start))
          ? bindRate(r, number)
          : bindMoney(r, number);
      if (number.decimals > 0 || cue?.kind === "stage" || cue?.kind === "previous-amount" || isNothing(r, number))
        return bindMoney(r, number);
    }
  }
  // 按在职民警及工勤286人计算，人均3.83万元
  const counted =
    r.section === "operating-costs" && /^[人名]$/.test(classifier)
      ? /(?:^|[，。；（\n])(?:按照?|以)([一-龥、]{2,16})$/.exec(
          r.view.text.slice(Math.max(0, number.start - 20), number.start),
        )?.[1]
      : undefined;
  if (counted !== undefined && /^(?:计算|测算|核算)/.test(r.view.text.slice(number.unitEnd, number.unitEnd + 2)))
    return { concept: "staff", dimensions: { item: "other", label: counted } };
  // 另有政府购买服务岗位人员6人
  const others =
    r.section === "institutions" && /^[人名]$/.test(classifier)
      ? /(?:^|[，。；\n])(?:另有|还有|其他|此外)?([一-龥]{2,16}(?:人员|职工|教师|队员))(?:共|共计)?$/.exec(
          r.view.text.slice(Math.max(0, number.start - 28), number.start),
        )?.[1]
      : undefined;
  if (others !== undefined) return { concept: "staff", dimensions: { item: "other", label: others } };
  const kind = unitsOfKind(r, number);
  if (kind) return kind;
  if (classifier === "" && number.decimals === 0 && number.value.length > 4) return "看不出这个数字的单位";
  return labelled(r, number);
}

const ENDS_CLAUSE = /[，。；、）\n]/;

const SAYS_RATE = /(?:增长|下降|上升)了?$/;

/** 公务接待费为0，因公出国（境）费为0。: nothing needs no unit, right behind the name of what it is. */
function isNothing(r: Reading, number: NumberToken): boolean {
  const { text } = r.view;
  if (number.value !== "0" || !ENDS_CLAUSE.test(text[number.end] ?? "\n")) return false;
  return tokensIn(r, number.start - 24, number.start).some(
    ({ type, end }) => type === "subject" && /^(?:支出|决算|数)*(?:为|是|共)?$/.test(text.slice(end, number.start)),
  );
}

/** 部门整体支出绩效自评1个: what the department spent in all, beside its projects. */
const WHOLE = /整体支出(?:开展|进行)?了?(?:绩效)?(?:自评|评价)(?:共|了)?$/;
