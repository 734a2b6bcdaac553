import { conceptOf } from "../../facts/concepts.ts";
import type { BoundFigure } from "../../facts/disclosure.ts";
import type { ConceptKey } from "../../facts/key.ts";
import { COUNTED_NOUNS, COUNTED_NOUNS_BEFORE } from "../lexicon/index.ts";
import type { NumberToken } from "../numbers.ts";
import type { Binding, Reading } from "../state.ts";
import { boundLast, paragraphBefore, sentenceBefore, tokensIn } from "../places.ts";
import { strangeStaff } from "./strange.ts";
import { countOf, isCompany } from "../twins.ts";
import { unitBefore } from "../units.ts";
import { speaksOfAnotherYear } from "../years.ts";
import { unitsOfKind } from "./units-of-kind.ts";
import { countInTurn } from "./in-turn/counts.ts";
import { isForeign, labelled } from "./annex.ts";
import { toldApart } from "./apart.ts";
import { fundIn, gradeOfOthers, ofWholeDepartment, withFundEvaluated } from "./projects.ts";
import { between, withMeasure } from "./measures.ts";
import { bindMoney } from "./money.ts";
import { bindRate } from "./rate.ts";

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

/** 对项目支出全面开展绩效自评，其中重点公开项目4个: a part of those that were evaluated. */
function publishedOf(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const label = /其中：?((?:重点|对外|向社会)?公开(?:的)?(?:重点)?项目)(?:共|为|有)?$/.exec(
    r.view.text.slice(Math.max(0, number.start - 16), number.start),
  )?.[1];
  return label === undefined || key.dimensions.item !== "self-evaluation"
    ? undefined
    : { concept: key.concept, dimensions: { ...key.dimensions, label } };
}

/** 内设职能科室14个，临床科室12个，医技科室7个: each of them a part. */
function kindOfOffice(text: string, number: NumberToken): { label?: string } {
  const own = /(职能|临床|医技|行政|业务|教学|教辅|党政)(?:科室|处室|部门)(?:共|有)?$/.exec(
    text.slice(Math.max(0, number.start - 8), number.start),
  )?.[1];
  if (own === undefined) return {};
  const around =
    text.slice(Math.max(0, number.start - 30), number.start) + text.slice(number.unitEnd, number.unitEnd + 16);
  return (around.match(/科室|处室|部门/g)?.length ?? 0) > 1 ? { label: `${own}科室` } : {};
}

const RECEPTIONS: ConceptKey = { concept: "three-public", dimensions: { item: "receptions" } };

/** …因公出国（境）费0万元。全年共接待来访186批次: guests, whatever was spoken of before. */
function receives(r: Reading, number: NumberToken): boolean {
  return (
    /接待[^，。；]{0,8}$/.test(r.view.text.slice(Math.max(0, number.start - 12), number.start)) ||
    (r.lastBound?.concept === "reception-batches" && /^[、，]$/.test(r.view.text.slice(r.lastNumberEnd, number.start)))
  );
}

/** 单价50万元以上的设备42台、单价100万元以上的设备18台: the second is not the first, though both are called so. */
function equipmentAlso(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "large-equipment" || Object.keys(key.dimensions).length > 0) return undefined;
  const sentence = sentenceBefore(r, number.start);
  if (!/设备(?:（不含车辆）)?(?:共|为)?$/.test(sentence)) return undefined;
  const from = r.view.offsets[number.start - sentence.length] ?? 0;
  const price = /.*\D(\d+万元)/.exec(sentence)?.[1];
  const told = boundLast(r).some(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === key.concept && Object.keys(dimensions).length === 0,
  );
  return told && price !== undefined ? { concept: key.concept, dimensions: { label: `${price}以上` } } : undefined;
}

/** 外宾3批次、21人次；国内…接待16批次、128人次。全年共接待19批次、149人次: of both kinds, and not of the one told last. */
function ofAllGuests(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const { lastBound } = r;
  const isOfAll = { concept: key.concept, dimensions: { label: "全年合计" } };
  if (key.concept === "reception-persons" && lastBound?.concept === "reception-batches")
    return lastBound.dimensions.label === "全年合计" && /^[、，]$/.test(between(r, number)) ? isOfAll : undefined;
  if (key.concept !== "reception-batches") return undefined;
  if (!/全年(?:总?共计?|合计|累计)接待$/.test(r.view.text.slice(Math.max(0, number.start - 8), number.start)))
    return undefined;
  const told = boundLast(r).slice(-LATELY);
  const isTold = (foreign: boolean): boolean =>
    told.some(({ concept, dimensions }) => concept === key.concept && (dimensions.item === "foreign") === foreign);
  return isTold(true) && isTold(false) ? isOfAll : undefined;
}

/** As many figures back as the two kinds of receptions of one paragraph take. */
const LATELY = 8;

/** 固定资产5200万元，其中：…、专用设备320台: what is held of a kind, where no price is told. */
function unpriced(r: Reading, number: NumberToken, { concept, dimensions }: ConceptKey): ConceptKey | undefined {
  if (concept !== "large-equipment" || dimensions.item === undefined || r.section !== "state-assets") return undefined;
  const sentence = sentenceBefore(r, number.start);
  const behind = r.view.text.slice(number.unitEnd, number.unitEnd + 8);
  return /固定资产[^。；]*\d/.test(sentence) &&
    !/以上|单价|单位价值|大型/.test(sentence) &&
    !/^[（，](?:其中)?单/.test(behind)
    ? { concept: "state-asset-counts", dimensions: { label: dimensions.item === "special" ? "专用设备" : "通用设备" } }
    : undefined;
}

/** 设备46台（套），其中道路检测设备11台（套）、…、其他8台（套）: kinds of them, under their own words. */
function kindOfEquipment(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "large-equipment" || Object.keys(key.dimensions).length > 0 || !r.inParts) return undefined;
  const label = wordsBefore(r, number).replace(/^其中：?/, "");
  return /^(?!.*(?:以上|单价|单位价值))(?:其他|[一-龥]{2,12}(?:设备|仪器|系统))$/.test(label)
    ? { concept: key.concept, dimensions: { label } }
    : undefined;
}

/** As far as a sentence on posts goes on. */
const SENTENCE = 200;

/** 行政编制113名、在编104人，事业编制22名、在编18人: those on the posts of one kind, which are not all. */
function staffOfKind(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "staff") return undefined;
  const sentence = sentenceBefore(r, number.start);
  const [, kind, mark, word] =
    /(行政|事业|工勤|参公|政法)(?:人员)?编制\d+[名人个]([、，])(在编|在岗|在职|实有)(?:人员)?$/.exec(sentence) ?? [];
  if (mark === "，") {
    // 事业编制30人，实有28人: all who are there, where no posts of another kind are told.
    const rest = /^[^。\n]*/.exec(r.view.text.slice(number.start, number.start + SENTENCE))![0];
    const kinds = new Set(`${sentence}${rest}`.match(/(?:行政|事业|工勤|参公|政法)(?:人员)?编制/g));
    const item = kinds.size < 2 ? undefined : THERE[kind as keyof typeof THERE];
    return item === undefined ? undefined : { concept: "staff", dimensions: { item } };
  }
  return kind === undefined ? undefined : { concept: "staff", dimensions: { item: "other", label: `${kind}${word}` } };
}

function wordsBefore(r: Reading, number: NumberToken): string {
  return /[^，、（）。；\d]*$/.exec(r.view.text.slice(Math.max(0, number.start - 16), number.start))![0];
}

/** 保有量为12辆（含租赁0辆）: a part of the count before the parenthesis, under words that no phrase knows. */
function includedIn(r: Reading, number: NumberToken): string | undefined {
  if (r.outside.length === 0) return undefined;
  // 保有量4辆（其中1辆于12月划入）: of those before the parenthesis, whatever is said of them.
  if (/（其中：?$/.test(r.view.text.slice(Math.max(0, number.start - 4), number.start))) return "其中";
  const words = /（(含[^（），。；\d]{1,12})$/.exec(
    r.view.text.slice(Math.max(0, number.start - 16), number.start),
  )?.[1];
  if (words === undefined) return undefined;
  const from = number.start - words.length;
  const isSaid = tokensIn(r, from, number.start).some(({ type, start }) => type === "subject" && start >= from);
  return isSaid ? undefined : words;
}

/** …在编人员9人；下属参公事业单位1个：区老干部活动中心，在编人员8人: those of the body that is told of after the department. */
function subordinateBefore(r: Reading, number: NumberToken): string | undefined {
  return /(?:下属|所属|直属|二级)[^。；\n]{0,40}?(?:：|\d[个家]，)([一-龥（）]{2,24}(?:中心|[所站馆院校队处园社办局场]))[^。；：\n\d]{0,6}，[^，。；：\n\d]{0,10}$/.exec(
    sentenceBefore(r, number.start),
  )?.[1];
}

/** 比上年减少2个团组、11人次: both by how many they changed. */
function changedWith(r: Reading, number: NumberToken): BoundFigure | undefined {
  if (!/^[^，。；\d]{0,6}[、和]$/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return undefined;
  const last = boundLast(r).at(-1);
  return last?.unit === "count" && last.dimensions.measure === "change" ? last : undefined;
}

/** 在职职工1052人，其中在编412人，编外640人; 实有人员45人，其中在职30人，退休15人: some of all who were told right before. */
function someOfStaff(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  // 实有人数72人（含编外聘用15人），其中：在职57人: what a parenthesis adds stands between.
  const own = /(?:其中|含)：?(?:财政供养的?)?(在编|在职)(?:在岗)?(?:人员|职工|人数|教师)?(?:为|共)?$/.exec(sentence);
  if (!own || !/(?:\d[人名]|）)[，（：]?$/.test(sentence.slice(0, own.index))) return undefined;
  const lately = boundLast(r).slice(own.index > 0 && sentence[own.index - 2] === "）" ? -2 : -1);
  return lately.some(({ concept, dimensions }) => concept === "staff" && dimensions.item === "actual")
    ? own[1]
    : undefined;
}

/** 部门整体支出绩效自评1个: what the department spent in all, beside its projects. */
const WHOLE = /整体支出(?:开展|进行)?了?(?:绩效)?(?:自评|评价)(?:共|了)?$/;

/** 编制52名，其中：行政24名、事业28名: where the sentence speaks of posts, its kinds are kinds of posts. */
function postsOf(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  const { text } = r.view;
  const before = text.slice(Math.max(0, number.start - 8), number.start);
  const kind = /(行政|事业|工勤)(?:编制)?$/.exec(before)?.[1];
  if (key.concept !== "staff" || kind === undefined || /参公(?:管理)?事业(?:编制)?$/.test(before)) return undefined;
  const sentence = sentenceBefore(r, number.start);
  // 核定编制：行政30人、事业20人
  if (HEADED_POSTS.test(sentence)) return { concept: "staff", dimensions: { item: POSTS[kind as keyof typeof POSTS] } };
  const from = r.view.offsets[number.start - sentence.length] ?? 0;
  const whole = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "staff" && /^(?:establishment|actual|serving)$/.test(dimensions.item ?? ""),
  );
  // 年末实有在职人员386人，其中行政编制48人，事业编制297人: who is there, and not how many may be.
  if (whole && whole.dimensions.item !== "establishment" && r.inParts && text.endsWith("编制", number.start))
    return { concept: "staff", dimensions: { item: IN_POST[kind as keyof typeof IN_POST] } };
  return whole?.dimensions.item === "establishment"
    ? { concept: "staff", dimensions: { item: POSTS[kind as keyof typeof POSTS] } }
    : undefined;
}

const HEADED_POSTS =
  /(?<!行政|事业|工勤|参公|政法)编制(?:人?数)?(?:情况)?[：，](?:其中：?)?(?:(?:行政|事业|工勤|参公|政法)(?:编制)?：?\d+[人名个][、，和])*(?:行政|事业|工勤)(?:编制)?：?$/;

const IN_POST = { 行政: "administrative", 事业: "institutional", 工勤: "support" } as const;

const THERE = { ...IN_POST, 参公: "civil-service-managed" } as const;

const POSTS = {
  行政: "administrative-establishment",
  事业: "institutional-establishment",
  工勤: "support-establishment",
} as const;

const GRADE_ITEMS = {
  优: "excellent",
  良: "good",
  中: "pass",
  合格: "pass",
  差: "fail",
  不合格: "fail",
} as const;

function gradedAs(r: Reading, number: NumberToken, grade: string): ConceptKey {
  const item = GRADE_ITEMS[grade as keyof typeof GRADE_ITEMS];
  const graded: ConceptKey = { concept: "performance-projects", dimensions: { item } };
  return gradeOfOthers(r, number, graded) ?? graded;
}

/** Nouns around a count decide: 5个股室; 对9个项目编制了绩效目标. */
export function countedNoun(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (number.unit !== "count") return undefined;
  const { text } = r.view;
  // 主要用于经批准购置的0辆公务用车
  if (
    /^[辆台]$/.test(number.classifier ?? "") &&
    r.section?.startsWith("three-public") &&
    /购置(?:了|的)?$/.test(text.slice(Math.max(0, number.start - 4), number.start)) &&
    /^(?:公务)?(?:用车|车辆)/.test(text.slice(number.unitEnd, number.unitEnd + 4))
  )
    return speaksOfAnotherYear(r, number.start) ? undefined : { concept: "vehicles-bought", dimensions: {} };
  // 主要用于2个因公出国（境）团组10人次的费用
  if (
    /^[个批]/.test(number.classifier ?? "") &&
    r.section?.startsWith("three-public") &&
    /^(?:因公)?(?:临时)?出国（?境?）?(?:的)?团组?/.test(text.slice(number.unitEnd, number.unitEnd + 12))
  )
    return { concept: "missions", dimensions: {} };
  const after = text.slice(number.unitEnd, number.unitEnd + 40);
  // 对8个项目开展自评，其中6个为优、2个为良
  const barely = /^(?:评级|等级|结果)?(?:均)?为(优|良|中|合格|差)[秀好]?(?=[，、；。）])/.exec(after)?.[1];
  if (barely !== undefined && r.section === "performance" && /^[个项]$/.test(number.classifier ?? ""))
    return gradedAs(r, number, barely);
  // 用于召开经济工作会议等9次会议
  const held = /^(会议|培训)/.exec(after)?.[1];
  if (held !== undefined && number.classifier === "次" && /^(?:three-public|other-matters)/.test(r.section ?? ""))
    return { concept: held === "会议" ? "meetings" : "trainings", dimensions: {} };
  const isPlace = r.section === "institutions" || r.section === "annex" || r.section === "responsibilities";
  const isUnit =
    /^(?:独立编制的|独立核算的)?(?:行政|参照公务员法管理(?:的)?(?:事业)?|事业)单位|^(?:内设|职能)(?:机构|[科处]室|处（科）室)/.test(
      after,
    );
  // 内设9个科室
  const isInside = text.endsWith("内设", number.start);
  if ((number.classifier === "个" || number.classifier === "家") && (isPlace || isUnit || isInside)) {
    for (const noun of COUNTED_NOUNS)
      if (new RegExp(noun.pattern).test(after)) return { concept: noun.concept, dimensions: noun.dimensions ?? {} };
  }
  const before = text.slice(Math.max(0, number.start - 80), number.start);
  // 公务用车购置数及保有量分别为0辆、11辆
  const inTurn = /购置(?:数|量)*[及和与、](?:公务用车)?保有(?:量|数)*分别(?:为|是)(\d+[辆台][、，和])?$/.exec(before);
  if (inTurn) return { concept: inTurn[1] === undefined ? "vehicles-bought" : "vehicles-held", dimensions: {} };
  // 镇人民政府内设机构6个，下属事业单位4个, under a heading of no section.
  const saysUnits =
    (r.section === undefined &&
      /(?:内设(?:机构|科室|股室)|(?:下属|所属|直属)[一-龥]{0,6}单位)(?:共|有)?$/.test(before)) ||
    /(?:预算|行政|参公事业|财政补助事业|公益[一二]类事业)单位(?:共|有)?$/.test(before);
  if ((number.classifier === "个" || number.classifier === "家") && (isPlace || saysUnits)) {
    for (const noun of COUNTED_NOUNS_BEFORE)
      if (new RegExp(noun.pattern).test(before))
        return { concept: noun.concept, dimensions: { ...noun.dimensions, ...kindOfOffice(text, number) } };
  }
  // 开展1项部门整体支出绩效自评价; 对1个单位开展整体支出绩效评价
  const whole = /^(?:(?:单位|部门)(?:组织)?开展了?)?(?:部门|单位)?整体支出(?:绩效)?(自评|评价)/.exec(after)?.[1];
  if (whole !== undefined && /^[个项家]$/.test(number.classifier ?? "") && r.section === "performance")
    return {
      concept: "performance-projects",
      dimensions: { item: whole === "自评" ? "self-evaluation" : "department-evaluation", label: "整体支出" },
    };
  if (
    /^[个项]$/.test(number.classifier ?? "") &&
    /^(?:[一二三]级|重点|财政拨款|财政|预算|部门预算|支出|专项|一般公共|政府性基金|国有资本经营)*项目|^部门评价/.test(
      after,
    ) &&
    (r.section === "performance" || r.section === "annex")
  ) {
    const clause = /^[^，。；\n]*/.exec(after)![0];
    // 5个一级项目、18个二级项目开展绩效自评
    const level = /^[一二三]级项目/.exec(after)?.[0];
    const isOneOfTwo =
      /^.{4}[、，和及][^，。；]{0,8}\d+个[一二三]级项目/.test(after) ||
      /\d+个[一二三]级项目[、，和及][^，。；]{0,8}$/.test(sentenceBefore(r, number.start));
    // 共涉及24个一级项目
    const isAllOfLevel = level !== undefined && level.length === clause.length;
    if (level !== undefined && (isOneOfTwo || isAllOfLevel))
      return { concept: "performance-projects", dimensions: { label: level } };
    // 其中3个项目评价等级为优
    // 8个项目中自评等级为优的6个: of how many they are.
    const isOfWhich = /^项目中(?:有)?[，：]?[^，。；\d]{2,16}(?:的|为)?\d/.test(after);
    if (isOfWhich && /自评/.test(clause))
      return { concept: "performance-projects", dimensions: { item: "self-evaluation" } };
    // 从评价情况来看，23个项目中，自评等次为优的18个; 上述38个项目中，自评等级优33个: of how many, told once more.
    if (
      /^项目中，?(?:有|绩效)?(?:自评|评价|评为|等[级次])/.test(after) &&
      /自评/.test(paragraphBefore(r, number.start) + clause)
    )
      return { concept: "performance-projects", dimensions: { item: "self-evaluation", label: "项目中" } };
    const grade =
      /(?:(?:等级|等次|结果|结论|^项目)(?:均)?(?:为|是)|^项目(?:被)?(?:评为|评定为|获评|获得?|自评为))(优|良|中(?![央国省市县直小])|合格|差|不合格)/.exec(
        clause,
      )?.[1];
    if (grade !== undefined) return gradedAs(r, number, grade);
    // 其中3个项目获得中央财政资金支持: some of them, of which something else is told.
    const granted = /^项目获得?[一-龥]{2,24}/.exec(clause)?.[0];
    if (granted !== undefined) return { concept: "performance-projects", dimensions: { label: granted } };
    const item = /事前/.test(clause)
      ? "pre-assessment"
      : /绩效目标/.test(clause)
        ? "targets"
        : /监控|跟踪/.test(clause)
          ? "monitoring"
          : /自评/.test(clause)
            ? "self-evaluation"
            : /财政(?:重点)?(?:绩效)?评价/.test(clause)
              ? "financial-evaluation"
              : /评价/.test(clause)
                ? "department-evaluation"
                : undefined;
    // 在部门决算中反映“办案业务费”等2个项目绩效自评结果: those that are shown, of all that were evaluated.
    if (
      /^(?:[一二三]级)?项目(?:支出)?的?绩效自评(?:结果|表)/.test(after) &&
      /反映|公开/.test(sentenceBefore(r, number.start))
    )
      return { concept: "performance-projects", dimensions: { label: "反映绩效自评结果" } };
    // 1个政府性基金预算项目支出开展绩效自评: beside those of the general public budget.
    const fund =
      fundIn(/^[^项]*/.exec(after)![0]) ??
      // 对政府性基金预算2个项目开展绩效自评
      fundIn(/[对，；]?(?:一般公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)$/.exec(before)?.[0] ?? "");
    // 其余3个项目（…）自评得分依次为: what is left of those that were counted before.
    const left = /(其[余他它]|剩余|上述|以上)$/.exec(before)?.[1];
    if (left !== undefined && /^[个项]$/.test(number.classifier ?? ""))
      return { concept: "performance-projects", dimensions: { item: item ?? "self-evaluation", label: left } };
    if (item) return { concept: "performance-projects", dimensions: { item, ...(fund && { fund }) } };
    // 6个重点项目全年预算数合计4601万元
    const several = /^([^，。；：\d]{0,8}项目)(?:支出)?(?:年初|全年|调整后?)预算/.exec(after)?.[1];
    if (several !== undefined) return { concept: "performance-projects", dimensions: { label: several } };
  }
  return undefined;
}
