import { placeOf } from "../place.ts";
import { proseOf, sourceIn } from "../prose.ts";
import type { CheckContext, Judgement, Relation, RelationExamples } from "../relation.ts";

// 纳入决算的单位: the units that are listed, and how many there are said to be.

export const UNITS_COUNT: Relation = {
  id: "items.units-count",
  title: { zh: "所列单位数与说的个数不符", en: "The units covered and their stated number" },
  basis: { zh: "算术：列举的项数等于声明的个数", en: "Arithmetic: a list has as many entries as it says" },
  severity: "warning",
  form: "count",
  purpose: {
    zh: "发现漏列、多列的单位：说纳入决算的单位3个，列出的却是4个",
    en: "Finds units left out or added: three are announced and four are listed",
  },
  leavesOut: {
    zh: "一条里说到多个单位的清单不判断；没有写明个数的不判断",
    en: "Lists whose entries stand for several units are not judged, nor lists without a stated count",
  },
  judge: coveredUnits,
};

const COVERED =
  /(?:纳入|包括|下属|所属)[^。；]{0,60}?(?:单位|部门)(?:共(?:有|计)?|合计|有)?(\d{1,3})个[^。；\d]{0,30}[：:]$/;

/** 纳入…编制范围的单位共3个，包括： and the numbered lines under it. */
function* coveredUnits(context: CheckContext): Iterable<Judgement> {
  const paragraphs = proseOf(context).filter(
    ({ role, section }) => role !== "contents" && section?.part === "overview",
  );
  for (const [index, prose] of paragraphs.entries()) {
    const match = COVERED.exec(prose.text);
    if (!match) continue;
    const entries: string[] = [];
    for (const next of paragraphs.slice(index + 1)) {
      const number = /^[（(]?(\d{1,3})[）)]?[、.．]?(?=[一-龥])/.exec(next.text)?.[1];
      if (Number(number) !== entries.length + 1) break;
      entries.push(next.text);
    }
    const at = match.index + match[0].indexOf(match[1]!);
    const source = sourceIn(context, prose, at, at + match[1]!.length);
    if (entries.length < 2 || entries.some((entry) => /[、，；].*(?:局|中心|所|站|院|馆|队)/.test(entry))) continue;
    const stated = Number(match[1]);
    if (stated === entries.length) {
      yield { outcome: "holds", sources: [source] };
      continue;
    }
    yield {
      outcome: "violated",
      message: {
        zh: `${placeOf(source).zh}说纳入决算的单位有${stated}个，列出的却是${entries.length}个`,
        en: `${placeOf(source).en} says that ${stated} units are covered and lists ${entries.length}`,
      },
      stated: String(stated),
      expected: String(entries.length),
      sources: [source],
      culprits: [{ source, expected: String(entries.length) }],
      key: "covered-units",
    };
  }
}

export const EXAMPLES: RelationExamples = () => ({
  [UNITS_COUNT.id]: [
    {
      text: "上海市普陀区财政局2024年度部门决算\n第一部分 部门概况\n二、机构设置\n纳入本部门2024年度部门决算编制范围的单位共2个，包括：\n1.上海市普陀区财政局（本级）\n2.上海市普陀区国库收付中心\n第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。",
      holds: true,
    },
    {
      text: "上海市普陀区财政局2024年度部门决算\n第一部分 部门概况\n二、机构设置\n纳入本部门2024年度部门决算编制范围的单位共3个，包括：\n1.上海市普陀区财政局（本级）\n2.上海市普陀区国库收付中心\n第二部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入支出总计100.00万元。",
      holds: false,
      message: "3个",
    },
  ],
});
