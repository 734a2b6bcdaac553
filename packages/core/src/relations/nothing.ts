import type { BoundFigure, StatementOf } from "../facts/disclosure.ts";
import type { Dimensions } from "../facts/key.ts";
import { isAmount, isZero, printed, printedIn } from "./amounts.ts";
import { isOfAnotherYear } from "./numeric/terms.ts";
import { placeOf } from "./place.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "./relation.ts";

type Nothing = StatementOf<"none">;

export const NOTHING: Relation = {
  id: "nothing.stated",
  title: { zh: "说“无”而实有", en: "“None” where there is some" },
  basis: { zh: "算术：说没有的，各处金额应为零或空", en: "Arithmetic: what is said to be nothing is zero everywhere" },
  severity: "error",
  form: "agreement",
  purpose: {
    zh: "发现说明写“无政府性基金预算财政拨款支出”，表里却有金额的情况",
    en: "Finds “no expenditure from government funds” beside a table with amounts",
  },
  leavesOut: {
    zh: "预算数、上年数不作为证据；“上年无……”“本级无……”“无新增……”不是对全部的否定，不判断",
    en: "Budgets and last year's figures are no evidence; “none last year”, “none at headquarters” and “no new …” deny only a part",
  },
  *judge(context) {
    for (const statement of context.disclosure.statements) {
      if (statement.type !== "none" || deniesOnlyPart(context, statement)) continue;
      const figures = context.disclosure.figures.filter((figure) => isOf(figure, statement));
      const first = figures.find((figure) => !isZero(figure));
      if (!first) {
        yield { outcome: "holds", sources: [statement.source], figures: figures.map(({ id }) => id) };
        continue;
      }
      yield contradiction(
        statement,
        first,
        figures.filter((figure) => !isZero(figure)),
      );
    }
  },
};

/** 上年无…, 本级无…, 无新增…; or the blank's own 无…的部门，作下述说明. */
function deniesOnlyPart(context: CheckContext, { source }: Nothing): boolean {
  if (isOfAnotherYear(context, source)) return true;
  const before = context.text?.slice(Math.max(0, source.start - 24), source.start).replace(/\s/g, "") ?? "";
  const after = context.text?.slice(source.end, source.end + 12).replace(/\s/g, "") ?? "";
  if (isOfAnInstitution(context, before)) return true;
  return (
    /上年|上一年|去年|往年|本级|机关|所属|下属|其中|如|若|未|新增|外事|外宾/.test(
      before.split(/[。；]/).at(-1) ?? "",
    ) || /^(?:的(?:部门|单位|情况)|[、和及]?(?:预算|年初|增减|变化|差异|安排)|外宾|外事|工程|货物|服务|超)/.test(after)
  );
}

/** 青禾县水利工作站为事业单位，无机关运行经费支出: of one of the units, beside what the department spent. */
function isOfAnInstitution({ disclosure: { department = "" } }: CheckContext, before: string): boolean {
  const unit = /([一-龥]{4,})(?:[为是系]|属于)[^，。；]{0,8}事业单位，$/.exec(before)?.[1];
  if (unit === undefined || /[本我](?:部门|单位|校|院|中心|馆|站|所)$/.test(unit)) return false;
  return department !== "" && !department.includes(unit.slice(-4));
}

function isOf(figure: BoundFigure, { subject }: Nothing): boolean {
  if (figure.concept !== subject.concept || !isAmount(figure) || figure.dimensions.label !== undefined) return false;
  const own: Dimensions = figure.dimensions;
  // Meetings and training are told beside the “three public” expenses, and are none of them.
  if (subject.dimensions.item === undefined && (own.item === "meetings" || own.item === "training")) return false;
  return (Object.keys(subject.dimensions) as (keyof Dimensions)[]).every(
    (name) => own[name] === subject.dimensions[name],
  );
}

function contradiction({ source, subject }: Nothing, first: BoundFigure, figures: readonly BoundFigure[]): Judgement {
  const place = placeOf(source);
  const where = printedIn(first);
  const total =
    figures.find((figure) => Object.keys(figure.dimensions).length === Object.keys(subject.dimensions).length) ?? first;
  return {
    outcome: "violated",
    message: {
      zh: `${place.zh}说“${source.text.replace(/\s/g, "")}”，而${where.zh}`,
      en: `${place.en} says “${source.text.replace(/\s/g, "")}”, while ${where.en}`,
    },
    stated: source.text.replace(/\s/g, ""),
    figures: figures.map(({ id }) => id),
    sources: [source, first.source],
    culprits: [{ source }, { figure: total.id, source: total.source, expected: "0" }],
    suggestion: {
      zh: `核对：确实没有的，把${printed(total)}改正；有的，改写这句话`,
      en: "Correct the amount, or the sentence",
    },
    key: `${subject.concept} ${Object.values(subject.dimensions).join(" ")}`,
  };
}

export const NOTHING_RELATIONS: readonly Relation[] = [NOTHING];

export const EXAMPLES: RelationExamples = () => ({
  [NOTHING.id]: [
    {
      text: "第二部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n本部门2024年度无“三公”经费支出。\n八、会议费、培训费支出情况说明\n2024年度培训费支出7.15万元。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n八、政府性基金预算财政拨款支出决算情况说明\n本部门2024年度无政府性基金预算财政拨款收入和支出。",
      holds: true,
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n四、财政拨款收入支出决算总体情况说明\n2024年度财政拨款收入支出总计100.00万元。\n七、财政拨款“三公”经费支出决算情况说明\n“三公”经费财政拨款支出决算为3.03万元，完成预算100%。其中：公务接待费支出决算3.03万元。\n本部门2024年度无“三公”经费财政拨款支出。",
      holds: false,
      message: "3.03",
    },
    {
      text: "第二部分 2024年度部门决算情况说明\n七、财政拨款“三公”经费支出决算情况说明\n2024年度“三公”经费财政拨款支出0.30万元，比2023年度增加0.30万元，2023年度无“三公”经费支出。",
      holds: true,
      fiscalYear: 2024,
    },
    {
      text: "青禾县水务局2024年度部门决算\n第二部分 2024年度部门决算情况说明\n十、机关运行经费支出情况说明\n2024年，青禾县水务局机关运行经费支出60.00万元；青禾县水利工作站为事业单位，无机关运行经费支出。",
      holds: true,
    },
    {
      text: "青禾县水利工作站2024年度部门决算\n第二部分 2024年度部门决算情况说明\n十、机关运行经费支出情况说明\n2024年机关运行经费支出60.00万元；青禾县水利工作站为事业单位，无机关运行经费支出。",
      holds: false,
      message: "60.00",
    },
  ],
});
