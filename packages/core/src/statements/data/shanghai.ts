import type { StatementSet } from "../statement.ts";
import { COMMON } from "./common.ts";

/** 上海市部门决算公开模板 */
export const SHANGHAI_STATEMENTS: StatementSet = {
  ...COMMON,
  cover: ["{department}{year}年度", "部门决算"],
  parts: {
    ...COMMON.parts,
    tables: "{department}{year}年度部门决算表",
    narrative: "{department}{year}年度部门决算情况说明",
  },
  sections: {
    ...COMMON.sections,
    totals: [
      {
        text: [
          "{department}{year}年度收入支出总计{is total-receipts}万元。",
          {
            compare: "total-receipts",
            against: "previous",
            changed: "与{last}年度相比，收入支出总计{change}。",
            same: "与{last}年度相比，收入支出总计持平。",
            because: "主要原因：{reason}。",
          },
        ],
      },
    ],
    procurement: [
      {
        text: "{department}{year}年度政府采购金额（以合同签订为准）为{is procurement}万元，其中：货物采购金额{is procurement{item=goods}}万元、工程采购金额{is procurement{item=works}}万元、服务采购金额{is procurement{item=services}}万元。",
      },
    ],
    performance: [
      {
        text: "{department}{year}年度预算绩效管理工作开展情况如下：编报绩效目标的{year}年度项目{is performance-projects{item=targets}}个，涉及预算金额{is performance-amount{item=targets}}万元；绩效自评的{year}年度项目{is performance-projects{item=self-evaluation}}个，涉及预算金额{is performance-amount{item=self-evaluation}}万元。",
      },
      // The sentence is all that the form prescribes; a department may say more.
      { when: { answered: "performance" }, text: "{ask performance}" },
    ],
  },
};
