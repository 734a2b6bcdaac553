import type { ConceptKey, Dimensions } from "../../facts/key.ts";
import type { NumberToken } from "../numbers.ts";
import { boundLast, paragraphBefore, sentenceBefore } from "../places.ts";
import type { Reading } from "../state.ts";

// 预算绩效管理: how many projects were looked at, with what money, in which grade or band of scores, and what became of one of them.

/** （1）营养改善计划项目绩效自评综述：…得分为96.8分: the project that a paragraph, or the clause itself, is about. */
export function evaluatedProject(r: Reading, number: NumberToken): string | undefined {
  const part = number.unit === "score" ? partOfScore(r, number) : undefined;
  if (part !== undefined) return part;
  const own = number.unit === "score" ? projectScored(r, number) : undefined;
  if (own !== undefined) return own;
  const paragraph = paragraphBefore(r, number.start);
  const named = [
    ...paragraph.matchAll(
      /(?:^|。)(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)?([^，。；：]{2,40}?)(?:项目)?(?:支出)?(?:绩效)?(?:自评|评价)(?:结果)?(?:综述|情况)[：。]/g,
    ),
  ];
  const name = named.at(-1)?.[1]?.replace(/^(?:部门|单位)?(?:决算中)?项目(?:支出)?绩效自评结果/, "");
  // 2.项目支出绩效自评情况。 names no project.
  if (name !== undefined && name !== "项目") return name;
  // 办案业务费项目：年初预算数660万元，…。自评得分98.9分: what a paragraph opens with.
  const opened =
    /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)?(?:[^，。；：\d]{2,12}(?:结果|情况)。)?([^，。；：\d]{2,40}?)项目[：。](?=(?:年初|全年|项目全年)?预算|(?:绩效)?自评(?:得分|[\d.]+分))/.exec(
      paragraph,
    )?.[1];
  if (opened !== undefined) return opened;
  const numbered = projectNumbered(paragraph);
  if (numbered !== undefined) return numbered;
  const above = projectAbove(r, number, paragraph);
  if (above !== undefined) return above;
  // 在部门决算中反映集镇保洁项目绩效自评结果。该项目全年预算数75.11万元; 以蚕桑扶持项目为例，全年预算108.7万元: one, named before.
  const shown = [
    ...paragraph.matchAll(
      /(?:反映了?|以)([^，。；：、\d]{2,40}?)(?:(?:1个)?项目(?:支出)?的?绩效自评结果(?:（[^（）]{1,30}）)?。(?:该|其)?项目|项目(?:支出)?为例[，：])/g,
    ),
  ].at(-1)?.[1];
  if (shown !== undefined) return shown;
  // …（三）以部门为主体的重点评价1个: numbered as the heading is, and no more of its project.
  const headed = /^(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])/.test(paragraph)
    ? undefined
    : projectOfHeading(r);
  if (headed !== undefined) return headed;
  // 市政设施养护项目绩效评价得分为94分，绩效结论为优秀。项目全年预算数为…
  const scored = [
    ...paragraph.matchAll(/(?:^|。)([^，。；：\d]{2,40}?)项目(?:支出)?(?:绩效(?:自评|评价)得分|自评(?:得分)?)为?\d/g),
  ].at(-1)?.[1];
  if (scored !== undefined) return scored;
  return projectOfClause(r, number) ?? severalOfClause(r, number) ?? projectAppraised(r, number);
}

/** 农村公路养护项目。⏎该项目全年预算数为80万元: the line above a paragraph that goes on with 该项目 has the name. */
function projectAbove({ view: { text } }: Reading, number: NumberToken, paragraph: string): string | undefined {
  if (!/^(?:该|本)项目/.test(paragraph)) return undefined;
  const before = text.slice(Math.max(0, number.start - paragraph.length - LINE), number.start - paragraph.length);
  const name =
    /(?:^|\n)(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)?([^，。；：\d\n]{3,40}?)(?:项目)?(?:支出)?(?:绩效自评(?:结果|情况|综述)*)?[。：]?\n$/.exec(
      before,
    )?.[1];
  return name === undefined || GENERAL.test(name) ? undefined : name;
}

/** As long as a line is that names a project and tells nothing. */
const LINE = 60;

/** 3.2022年结转的普通高中提升计划资金，可执行预算480万元: what a numbered paragraph opens with, right before what was planned for it. */
const NUMBERED_BUDGET =
  /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)((?:(?:19|20)\d{2}年度?)?[^，。；：\d]{3,40}?)(?:项目)?，(?=(?:全年|年初|调整后?的?)?(?:可执行)?预算|(?:全年)?执行数)/;

/** 2.牦牛产业及牲畜暖棚项目。资金256.69万元…自评94.5分: a numbered paragraph that opens with the name of what it tells, and a score of its own. */
function projectNumbered(paragraph: string): string | undefined {
  const planned = NUMBERED_BUDGET.exec(paragraph)?.[1];
  if (planned !== undefined && !/部门|单位|整体/.test(planned)) return planned;
  const name = /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)([^，。；：\d]{2,30}?)(?:项目)?[。：]/.exec(
    paragraph,
  )?.[1];
  return name === undefined || GENERAL.test(name) ? undefined : name;
}

/** What a paragraph on no project in particular opens with. */
const GENERAL =
  /情况|结果|管理|总体|整体|绩效|自评|评价|部门|单位|预算|指标|问题|措施|经验|成效|效益|完成|产出|满意|得分|原因|建议|计划|资金|目标|概况|做法|亮点|不足|展望|^(?:投入|过程|决策|履职|职责履行|组织实施|项目实施|社会评议|经费保障)$/;

/** （二）预警工程项目绩效自评情况。得分97.4分: the heading has the name. */
function projectOfHeading({ passage: { title } }: Reading): string | undefined {
  const [, name] =
    /^(?:（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])\s*([^，。；：]{3,40}?)项目(?:支出)?绩效自评(?:结果|情况|综述)*$/.exec(
      title.split(" / ").at(-1)!,
    ) ?? [];
  return name === undefined || /部门|单位|预算|绩效|项目|管理|重点|财政|专项$|一般公共|政府性基金/.test(name)
    ? undefined
    : name;
}

/** 预算执行率得分9.52分（满分10分），其他指标得分86分; 最高100分，最低93.3分: no score of a project as a whole. */
export function partOfScore({ view }: Reading, number: NumberToken): string | undefined {
  const own = scoredInList(view.text, number.start);
  if (own !== undefined) return own;
  // 投入指标（满分15分）得15分
  const beside =
    /([一-龥]{2,10})（(?:满分|分值|权重|标准分)?(?:值)?(?:为)?\d+(?:\.\d+)?分），?(?:自评)?(?:实际)?得(?:分)?为?$/.exec(
      view.text.slice(Math.max(0, number.start - 32), number.start),
    )?.[1];
  if (beside !== undefined && !WHOLE_SCORE.test(beside)) return beside.replace(/^其中/, "");
  return /((?:预算)?执行率?|(?:其他|投入|产出|效果|效益|成本|过程|决策|管理|满意度)(?:类|绩效)?(?:指标)?|满分|最高|最低)(?:得分|分|值)*(?:为|是)?$/.exec(
    view.text.slice(Math.max(0, number.start - 12), number.start),
  )?.[1];
}

/** 履职效能得46.5分、预算管理得22分、…，自评总得分92.5分: two and more in a row, each under its own name. */
function scoredInList(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - 48), start);
  const own = /(?:^|[、，；：。\n])(?:其中：?)?([一-龥]{2,10}?)得(?:分为?)?$/.exec(before);
  if (!own || WHOLE_SCORE.test(own[1]!)) return undefined;
  // 履职效能得38分（满分40分）、预算管理得23分: what it could have been stands between.
  const isFollowed = /^[\d.]+分(?:（满分[\d.]+分）)?[、，；](?:[一-龥]{2,10}?)得(?:分为?)?\d/.test(
    text.slice(start, start + 40),
  );
  return isFollowed || /得(?:分为?)?[\d.]+分(?:（满分[\d.]+分）)?$/.test(before.slice(0, own.index))
    ? own[1]
    : undefined;
}

const WHOLE_SCORE = /自评|总|综合|评价|绩效|项目|部门|单位|整体|最终|合计|平均/;

/** 免费开放项目96分、文物保护项目95.5分; …项目得分98分: each with its name right before its score. */
function projectScored({ view }: Reading, number: NumberToken): string | undefined {
  const before = view.text.slice(Math.max(0, number.start - 40), number.start);
  const counted = SCORED_OF_COUNTED.exec(view.text.slice(Math.max(0, number.start - 80), number.start))?.[1];
  if (counted !== undefined) return counted;
  return /(?:^|[，。；：、\n]|其中[：，]?)(?!其中|该|个|上述|平均)([^，。；：、\d\n]{2,30}?)项目(?:支出)?(?:(?:绩效)?(?:自评|评价)?(?:综合|最终|总)?得分|(?:绩效)?自评)?为?$/.exec(
    before,
  )?.[1];
}

/** 80至90分的2个（国际交流专项，87.6分；食堂改造项目，85分）: those that were counted right before, each by its name. */
const SCORED_OF_COUNTED =
  /\d+[个项](?:项目)?（(?:[^（）]*[；、])?(?!平均|得分|自评|满分|最[高低])([^，。；：、（）\d]{2,30}?)(?:项目)?[，：]?(?:自评)?(?:得分)?为?$/;

/** 绩效后评价项目2个，…平均得分91.2分: the score of those that the sentence counted under words of their own, not of the self-evaluation. */
export function evaluatedOthers(r: Reading, number: NumberToken): string | undefined {
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "performance-projects" && !GRADES.has(dimensions.item ?? ""),
  );
  const { label, item } = last?.dimensions ?? {};
  if (label !== undefined) return label.includes("评价") ? label : undefined;
  return item === "department-evaluation" ? "部门评价" : item === "financial-evaluation" ? "财政评价" : undefined;
}

/** 5个项目平均得分94.36分, beside what the department as a whole scored. */
export function averageScore({ view }: Reading, number: NumberToken): string | undefined {
  return /平均(?:得?分|自评得分|分值)?(?:数)?(?:为|是|达)?$/.test(
    view.text.slice(Math.max(0, number.start - 8), number.start),
  )
    ? "项目平均"
    : undefined;
}

const SCORES = /^\d+(?:\.\d+)?分?(?:[、，和及]\d+(?:\.\d+)?分?)*/;
/** As far as a row of scores goes on. */
const SCORES_REACH = 120;

/** 其余3个项目（甲、乙、丙）自评得分依次为; 选取甲、乙2个项目开展重点评价，得分分别为: the names, as many as there are scores. */
function scoredByName(sentence: string, count: number): readonly string[] | undefined {
  const listed =
    /项目（([^（）\d]{4,160})）[^（）\d]{0,12}$/.exec(sentence.replace(/(?:分别|依次)(?:为|是)?[^（）]*$/, ""))?.[1] ??
    /(?:选取|选择|确定|对)([^，。；：\d]{4,160}?)(?:等)?[\d二两三四五六]+个(?:重点)?项目/.exec(sentence)?.[1];
  const names = listed?.split(/[、和及]/);
  return names?.length === count && count > 1 ? names.map((name) => name.replace(/项目$/, "")) : undefined;
}

/** 评价得分分别为95.2分、93.6分: of one project each. */
export function scoreOfEach(r: Reading, number: NumberToken): string | undefined {
  const told = /(?:分别|依次)(?:为|是)?((?:\d+(?:\.\d+)?分?[、，和及])*)$/.exec(sentenceBefore(r, number.start));
  if (!told) return undefined;
  const place = told[1]!.split(/[、，和及]/).length;
  const left =
    SCORES.exec(r.view.text.slice(number.start, number.start + SCORES_REACH))?.[0].split(/[、，和及]/).length ?? 1;
  return scoredByName(sentenceBefore(r, number.start), place - 1 + left)?.[place - 1] ?? `第${place}个`;
}

/** 对残疾人就业项目开展绩效评价，涉及一般公共预算支出220万元，评价得分96.5分: one project, looked at by itself. */
function projectAppraised(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  return /对(?!部门|单位|全部|所有)([^，。；：\d]{2,40}?)项目(?:支出)?(?:组织)?(?:开展|进行|实施)了?[^，。；\d]{0,12}评价/
    .exec(sentence)?.[1]
    ?.replace(/^(?:20\d{2}年度?)?/, "");
}

/** （二）公租房建设项目年初预算7000万元; 其中：免学费补助项目得分98分: a project named right before its budget or its score. */
function projectOfClause(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  return /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、]+)?(?:其中[：，]?|从[^，。；：\d]{2,14}看，|[^，。；：\d]{2,20}评价：)?([^，。；：\d]{2,40}?)项目[，：]?(?:(?:绩效)?(?:自评)?得分|(?:年初|全年|调整后?)?(?:可执行)?预算)/.exec(
    sentence,
  )?.[1];
}

/** As far behind the evaluation of one fund as that of the next is told. */
const EVALUATIONS_REACH = 400;

/** 一般公共预算项目支出全面开展绩效自评 where the passage tells the self-evaluation of another fund too. */
function fundOfEvaluation(r: Reading, at: number): NonNullable<Dimensions["fund"]> | undefined {
  const told = paragraphBefore(r, at);
  if (
    !/一般公共预算项目支出(?:全面)?(?:开展|进行|实施)了?(?:绩效)?自评[^\n]*$/.test(told) ||
    /政府性基金|国有资本/.test(told)
  )
    return undefined;
  return /(?:政府性基金|国有资本经营)(?:预算)?(?:财政拨款)?(?:\d+个)?项目(?:支出)?[^。\n]{0,20}自评/.test(
    r.view.text.slice(at, at + EVALUATIONS_REACH),
  )
    ? "general"
    : undefined;
}

/** 同步对1个政府性基金项目开展自评，涉及147.84万元: of the fund whose projects were counted right before. */
function fundCounted({ lastBound, lastNumberEnd, view }: Reading, { start }: NumberToken): Dimensions["fund"] {
  if (lastBound?.concept !== "performance-projects" || lastBound.dimensions.item !== "self-evaluation")
    return undefined;
  return /^[^。；\d]{0,40}涉及[^，。；\d]{0,8}$/.test(view.text.slice(lastNumberEnd, start))
    ? lastBound.dimensions.fund
    : undefined;
}

export function withFundEvaluated(r: Reading, number: NumberToken, dimensions: Dimensions): Dimensions {
  if (dimensions.item !== "self-evaluation" || dimensions.fund !== undefined || dimensions.label !== undefined)
    return dimensions;
  const fund = fundCounted(r, number) ?? fundOfEvaluation(r, number.start);
  return fund === undefined ? dimensions : { ...dimensions, fund };
}

/** 6个重点项目全年预算数合计4601万元，执行数4335.53万元: several projects under one word. */
function severalOfClause(r: Reading, number: NumberToken): string | undefined {
  return number.unit === "score"
    ? undefined
    : /^(?:其中[：，]?)?\d+个([^，。；：\d]{0,8}项目)(?:支出)?(?:年初|全年|调整后?)预算/.exec(
        sentenceBefore(r, number.start),
      )?.[1];
}

const BUDGETED =
  /(年初|全年|调整后?的?)?(?:可执行)?预算(?:数|安排|金额|资金|批复)*(?:（含[^（）\d]{1,12}）)?(?:合计|共计|总计|总额)?(?:为|是|共)?$/;
/** 补助下达数: what was granted, beside 全年预算数. */
const GRANTED = /(?:全年|年内)?(?:补助|资金|指标)(?:实际)?下达(?:数|金额|资金|额)*(?:为|是|共)?$/;
/** （年初62万元，年中追加4万元）behind 全年预算数: what it was made up of. */
const PART_OF_BUDGET = /^其?中?(年初(?:安排|批复|预算)?|年中(?:追加|调[增减])|上年结转(?:资金)?)$/;
const DONE = /(?:执行|(?:^|全年|实际|累计|当年|年内)(?:支出|完成))(?:数|金额|资金|额)*(?:合计|共计)?(?:为|是|共)?$/;

function stageOf(words: string): NonNullable<Dimensions["stage"]> {
  return words === "年初" ? "original-budget" : words === "" ? "budget" : "adjusted-budget";
}

/** 预算安排, 年初预算为: the budget that a clause ends in. */
export function stageIn(clause: string): NonNullable<Dimensions["stage"]> | undefined {
  const budgeted = BUDGETED.exec(clause);
  return budgeted ? stageOf(budgeted[1] ?? "") : undefined;
}

/** 实际支出, 执行数为: whether a clause ends in what came of a budget. */
export function doneIn(clause: string): boolean {
  return DONE.test(clause);
}

/** Whether the sentence has named how many projects its money is that of. */
function projectsOfSentence(r: Reading, number: NumberToken): ConceptKey | undefined {
  const from = r.view.offsets[number.start - sentenceBefore(r, number.start).length] ?? 0;
  const last = boundLast(r).findLast(
    ({ concept, dimensions, source }) =>
      source.start >= from && concept === "performance-projects" && dimensions.measure === undefined,
  );
  if (!last) return undefined;
  // 项目自评5个，自评等级优4个、良1个，项目资金370万元: of all that were evaluated, and not of the last grade.
  const all = GRADES.has(last.dimensions.item ?? "")
    ? boundLast(r).findLast(
        ({ concept, dimensions, source }) =>
          source.start >= from &&
          concept === "performance-projects" &&
          dimensions.item === "self-evaluation" &&
          dimensions.label === undefined,
      )
    : undefined;
  if (all) return { concept: "performance-amount", dimensions: withFundEvaluated(r, number, all.dimensions) };
  // 开展绩效自评，其中一级项目3个、二级项目12个，共涉及资金…: of all of them.
  const isLevel = /^[一二三]级项目$/.test(last.dimensions.label ?? "");
  const isSelf = /自评/.test(paragraphBefore(r, number.start));
  return {
    concept: "performance-amount",
    dimensions: withFundEvaluated(r, number, isLevel && isSelf ? { item: "self-evaluation" } : last.dimensions),
  };
}

/** 其中应急处置项目执行数54.32万元: a project named right before what was done. */
const DONE_OF =
  /^(?:其中)?(?!该|本|各|全部|部门|单位)([^，。；：、\d]{3,30}?)项目(?:支出)?(?:全年|当年)?执行数(?:为)?$/;

/** 全年预算数为300万元，执行数为298.5万元 of the project of the paragraph; 涉及资金80万元 of the projects just counted. */
export function projectMoney(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance") return undefined;
  const clause = /[^，。；：\n]*$/.exec(r.view.text.slice(Math.max(0, number.start - 40), number.start))![0];
  const budgeted = BUDGETED.exec(clause);
  const label = DONE_OF.exec(clause)?.[1] ?? evaluatedProject(r, number) ?? wholeDepartment(r, number);
  // 涉及预算资金64112万元 is what it was about, not what was planned.
  const isAbout = budgeted?.[1] === undefined && clause.startsWith("涉及") && label !== undefined;
  const told = isAbout
    ? undefined
    : budgeted
      ? { stage: stageOf(budgeted[1] ?? "") }
      : GRANTED.test(clause)
        ? { stage: "budget" as const }
        : DONE.test(clause)
          ? {}
          : undefined;
  const part = label === undefined ? undefined : partOfBudget(r, number, label);
  if (part) return part;
  if (label !== undefined && !told && /(?:资金|金额|支出|拨款|经费)$/.test(clause) && /涉及/.test(clause)) {
    const fund = fundIn(clause);
    return { concept: "project-amount", dimensions: { ...(fund && { fund }), label } };
  }
  if (told && label !== undefined) {
    // 全年预算数80万元，补助下达数80万元，执行率90%: of the budget.
    const isBeside = GRANTED.test(clause) && !budgeted && r.lastBound?.dimensions.label === label;
    if (!isBeside || r.projectStage === undefined) r.projectStage = "stage" in told ? told.stage : r.projectStage;
    return { concept: "project-amount", dimensions: { ...told, label } };
  }
  const whole = spentInWhole(r, number, clause);
  if (whole) return whole;
  const projects = projectsOfSentence(r, number) ?? evaluatedByName(r, number, clause);
  if (!projects) return undefined;
  // 项目预算金额5760万元，执行金额5640万元: planned, since what came of it follows.
  const after = r.view.text.slice(number.unitEnd, number.unitEnd + 40);
  const follows =
    /^[^。；\n]{0,24}?[，、]?(?:(?:全年|实际)?执行(?:数|金额|资金)|(?:全年|实际)执行(?=\d))/.test(after) ||
    // 共8个项目，预算资金641.2万元，实际支出616.85万元, but not 涉及预算资金, which is what it was about.
    (/^项?目?预算/.test(clause) && /^，(?:全年|实际|累计)(?:支出|使用)/.test(after));
  if (budgeted && budgeted[1] === undefined && follows) {
    r.projectStage = "budget";
    return { concept: projects.concept, dimensions: { ...projects.dimensions, stage: "budget" } };
  }
  if (told && (budgeted?.[1] !== undefined || !budgeted)) {
    r.projectStage = "stage" in told ? told.stage : r.projectStage;
    return { concept: projects.concept, dimensions: { ...projects.dimensions, ...told } };
  }
  // 对11个项目1105万元资金进行绩效自评; 政府性基金2个项目、106.52万元也一并自评
  if (/^项目[，、]?$/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return projects;
  const fund = fundIn(clause);
  return /(?:资金|金额|拨款|支出|经费|预算)(?:共计|合计|总额|总计|为|共|约)*$/.test(clause) &&
    /^(?:其中)?[共合总累]?计?(?:涉及|项目|安排|预算|资金|金额|总|财政|一般公共|政府性基金)/.test(clause)
    ? { concept: projects.concept, dimensions: { ...projects.dimensions, ...(fund && { fund }) } }
    : undefined;
}

/** 全年预算数66万元（年初62万元，年中追加4万元）, 全年预算数55万元，其中上年结转15万元: parts of the project's budget told right before. */
function partOfBudget(
  { lastBound, lastNumberEnd, view }: Reading,
  { start }: NumberToken,
  label: string,
): ConceptKey | undefined {
  const { dimensions } = lastBound ?? {};
  if (lastBound?.concept !== "project-amount" || dimensions?.measure !== undefined) return undefined;
  if (dimensions?.label?.startsWith(label) !== true || (dimensions.stage === undefined && dimensions.label === label))
    return undefined;
  const [, opens, words] =
    /^([，（、])(?:其中：?)?([^，。；：、（）\d]{2,8})$/.exec(view.text.slice(lastNumberEnd, start)) ?? [];
  const part = PART_OF_BUDGET.exec(words ?? "")?.[1];
  if (opens === undefined || part === undefined) return undefined;
  if (part.startsWith("上年结转")) return { concept: "project-amount", dimensions: { item: "carried-over", label } };
  return part.startsWith("年初")
    ? { concept: "project-amount", dimensions: { stage: "original-budget", label } }
    : { concept: "project-amount", dimensions: { label: `${label}${part}` } };
}

/** 开展了部门整体支出绩效自评价，涉及财政性资金1826万元: all that the department spent, beside what its projects did. */
export function ofWholeDepartment(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey {
  const whole = /整体支出/.exec(sentenceBefore(r, number.start))?.[0];
  if (whole === undefined || key.dimensions.label !== undefined) return key;
  return { concept: key.concept, dimensions: { ...key.dimensions, label: whole } };
}

/** 选取营养改善计划、校舍维修两个项目开展重点评价，涉及资金188万元: projects that are named, and not counted in figures. */
function evaluatedByName(r: Reading, number: NumberToken, clause: string): ConceptKey | undefined {
  if (!/^[共合]?计?涉及/.test(clause)) return undefined;
  const way = /项目(?:支出)?(?:组织)?(?:开展|进行|实施)了?(?:部门)?(?:重点)?(?:绩效)?(自评|评价)/.exec(
    sentenceBefore(r, number.start),
  )?.[1];
  if (way === undefined) return undefined;
  return {
    concept: "performance-amount",
    dimensions: { item: way === "自评" ? "self-evaluation" : "department-evaluation" },
  };
}

/** 对1个单位开展整体支出绩效评价，涉及一般公共预算支出663.32万元: what was spent in all, beside what projects were given. */
function spentInWhole(r: Reading, number: NumberToken, clause: string): ConceptKey | undefined {
  if (!/^[共合]?计?涉及[^，]*(?:资金|支出|金额|拨款)(?:共计|合计|总额|为)*$/.test(clause)) return undefined;
  const told = sentenceBefore(r, number.start);
  const at = told.lastIndexOf("整体支出");
  if (at < 0 || /项目/.test(told.slice(at))) return undefined;
  const fund = fundIn(clause);
  const item = /自评/.test(told.slice(at)) ? ({ item: "self-evaluation" } as const) : {};
  return { concept: "performance-amount", dimensions: { ...(fund && { fund }), ...item, label: "整体支出" } };
}

/** 部门整体支出绩效自评得分94.6分，全年预算数3456.78万元，执行数3420万元: of no project, but of the department. */
function wholeDepartment(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  // 整体支出绩效自评得分为95.6分，评价等次为优。全年预算数2280.9万元，执行数2175.08万元
  const scope = sentence.startsWith("全年预算") ? paragraphBefore(r, number.start) : sentence;
  return /((?:部门|单位)?整体支出)(?:绩效)?(?:自评|评价)(?:综合)?(?:得分|情况|结果)[^\n]{0,60}$/.exec(scope)?.[1];
}

/** 涉及一般公共预算支出2600万元，政府性基金预算支出0万元: the fund that money of projects comes from. */
/** The fund named last: 其中一般公共预算5352.01万元、政府性基金预算361.74万元. */
export function fundIn(words: string): NonNullable<Dimensions["fund"]> | undefined {
  const named = words.match(/一般公共预算|政府性基金|国有资本经营/g)?.at(-1);
  return named === undefined ? undefined : FUNDS[named as keyof typeof FUNDS];
}

const FUNDS = { 一般公共预算: "general", 政府性基金: "government-fund", 国有资本经营: "state-capital" } as const;

/** 执行率100%, 完成预算的98%: of the budget named last for the project, or for the projects, of the sentence. */
export function projectRate(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance") return undefined;
  const clause = /[^，。；：\n]*$/.exec(r.view.text.slice(Math.max(0, number.start - 24), number.start))![0];
  if (
    !/^(?:总体|整体)?(?:预算|资金|支出)?(?:执行率|完成率|执行进度)(?:达到?|为)?$|^(?:占|为|完成)(?:全年|年初)?预算(?:数)?的?$|^完成$/.test(
      clause,
    )
  )
    return undefined;
  const last = r.figures.at(-1);
  if (last?.dimensions.measure !== undefined || !/^(?:project|performance)-amount$/.test(last?.concept ?? ""))
    return undefined;
  if (r.projectStage === undefined) return undefined;
  const { stage: _, ...rest } = last!.dimensions;
  return { concept: last!.concept, dimensions: { ...rest, stage: r.projectStage, measure: "completion" } };
}

const BAND_END = /^分?(?:（含）)?(?:[-—~～至到]\d+(?:\.\d+)?分|分?(?:（含）)?(?:及)?以[上下])|^分（(?:不)?含/;

/** 得分90分以上的项目14个, 80至90分的2个: where a band of scores begins or ends, which measures nothing. */
export function isBandOfScores(r: Reading, number: NumberToken): boolean {
  if (r.section !== "performance" && r.section !== "annex") return false;
  const { text } = r.view;
  if (BAND_END.test(text.slice(number.end, number.end + 12))) return true;
  // 对预算执行率低于90%的项目: which projects, and no rate of any.
  if (
    number.unit === "percent" &&
    /(?:低于|高于|不足|超过|未达到?|达不到|不到)$/.test(text.slice(Math.max(0, number.start - 4), number.start)) &&
    /^(?:（含）)?的(?:[一-龥]{0,4}项目|单位|部门|指标)/.test(text.slice(number.unitEnd, number.unitEnd + 12))
  )
    return true;
  // 预算执行率在90%以上的项目11个
  if (
    number.unit === "percent" &&
    /(?:执行率|完成率|进度)(?:在|达到?)?$/.test(text.slice(Math.max(0, number.start - 5), number.start)) &&
    /^(?:（含）)?(?:及)?以[上下](?:（含）)?的?(?:项目|指标|单位)/.test(text.slice(number.unitEnd, number.unitEnd + 14))
  )
    return true;
  return (
    number.unit === "score" &&
    /\d分?(?:（含）)?[-—~～至到]$/.test(text.slice(Math.max(0, number.start - 6), number.start))
  );
}

const BAND =
  /(\d+(?:\.\d+)?分?(?:（含）)?(?:[-—~～至到]\d+(?:\.\d+)?分(?:（不?含）)?|分?(?:（含）)?(?:及)?以[上下](?:（含）)?))(?:之间)?(?:的)?(?:项目)?(?:有|共|为)?$/;

/** 80至90分的项目2个: the projects in a band of scores, under the words of the band. */
export function projectsOfBand(r: Reading, number: NumberToken): ConceptKey | undefined {
  if (r.section !== "performance" || !/^[个项]$/.test(number.classifier ?? "")) return undefined;
  const band = BAND.exec(r.view.text.slice(Math.max(0, number.start - 24), number.start))?.[1];
  return band === undefined ? undefined : { concept: "performance-projects", dimensions: { label: band } };
}

const GRADES = new Set(["excellent", "good", "pass", "fail"]);

/** 自评结果为优的19个，占86.36%: a share of the projects that the paragraph counted before. */
export function shareOfProjects(r: Reading, number: NumberToken): ConceptKey | undefined {
  const last = r.lastBound;
  if (r.section !== "performance" || last?.concept !== "performance-projects" || last.dimensions.measure !== undefined)
    return undefined;
  const between = r.view.text.slice(r.lastNumberEnd, number.start);
  // 对42个项目进行了绩效自评，占项目总数的100%
  const ofAll = /^[^，。；\d]{0,16}[，（]占(?:部门|单位)?(?:预算)?项目(?:支出)?总?数的?(?:比例)?(?:为)?$/.test(between);
  if (!ofAll && !/^[，（]占(?:比)?(?:为)?$/.test(between)) return undefined;
  if (!ofAll && !GRADES.has(last.dimensions.item ?? "") && last.dimensions.label === undefined) return undefined;
  return { concept: last.concept, dimensions: { ...last.dimensions, measure: "share" } };
}

/** 涉及一般公共预算支出24000万元，占项目支出总额的84%: a share of the amount told right before. */
export function amountOfProjects(r: Reading, number: NumberToken): ConceptKey | undefined {
  const last = r.lastBound;
  if (r.section !== "performance" || last === undefined || last.dimensions.measure !== undefined) return undefined;
  // 其中应急处置项目执行数54.32万元，占一般公共预算项目支出的57.92%: of one project as well.
  if (last.concept !== "performance-amount" && last.concept !== "project-amount") return undefined;
  if (!/^[，（]占/.test(r.view.text.slice(r.lastNumberEnd, number.start))) return undefined;
  return { concept: last.concept, dimensions: last.dimensions };
}

/** 2个项目开展了部门评价，…评价等级为优的2个: grades of what the department looked at, beside those of the self-evaluation. */
export function gradeOfOthers(r: Reading, number: NumberToken, key: ConceptKey): ConceptKey | undefined {
  if (key.concept !== "performance-projects" || !GRADES.has(key.dimensions.item ?? "")) return undefined;
  const sentence = sentenceBefore(r, number.start);
  if (/自评/.test(sentence)) return undefined;
  // …开展了部门评价，涉及资金860万元。从评价情况看，1个项目评价等级为优: what the paragraph spoke of last.
  const spoken = paragraphBefore(r, number.start)
    .match(/自评|部门评价|重点(?:绩效)?评价|财政(?:绩效)?评价/g)
    ?.at(-1);
  const other = spoken === "自评" ? undefined : spoken;
  if (other === undefined) return undefined;
  return { concept: key.concept, dimensions: { ...key.dimensions, label: other } };
}
