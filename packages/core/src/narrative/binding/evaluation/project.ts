import type { NumberToken } from "../../numbers.ts";
import { paragraphBefore, sentenceBefore } from "../../places.ts";
import type { Reading } from "../../state.ts";
import { partOfScore } from "./scores.ts";

// 绩效自评综述: which project, or the department as a whole, a paragraph or a clause on evaluation is about.

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

/** 6个重点项目全年预算数合计4601万元，执行数4335.53万元: several projects under one word. */
function severalOfClause(r: Reading, number: NumberToken): string | undefined {
  return number.unit === "score"
    ? undefined
    : /^(?:其中[：，]?)?\d+个([^，。；：\d]{0,8}项目)(?:支出)?(?:年初|全年|调整后?)预算/.exec(
        sentenceBefore(r, number.start),
      )?.[1];
}

/** 部门整体支出绩效自评得分94.6分，全年预算数3456.78万元，执行数3420万元: of no project, but of the department. */
export function wholeDepartment(r: Reading, number: NumberToken): string | undefined {
  const sentence = sentenceBefore(r, number.start);
  // 整体支出绩效自评得分为95.6分，评价等次为优。全年预算数2280.9万元，执行数2175.08万元
  const scope = sentence.startsWith("全年预算") ? paragraphBefore(r, number.start) : sentence;
  return /((?:部门|单位)?整体支出)(?:绩效)?(?:自评|评价)(?:综合)?(?:得分|情况|结果)[^\n]{0,60}$/.exec(scope)?.[1];
}
