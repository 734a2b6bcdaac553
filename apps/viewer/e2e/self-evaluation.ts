/** A short disclosure whose document prints, beside its statutory tables, one of performance and one that nobody knows. */
export function pageWithOtherTables(): string {
  const rows = (lines: readonly string[]): string =>
    lines
      .map(
        (line) =>
          `<tr>${line
            .split("|")
            .map((cell) => `<td${spanOf(cell)}>${cell.replace(/^\d:/, "")}</td>`)
            .join("")}</tr>`,
      )
      .join("");
  const table = (title: string, lines: readonly string[]): string =>
    `<p>${title}</p><table border="1">${rows(lines)}</table>`;
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>决算</title><body>
<h1>青石县林业局2023年度部门决算</h1>
<h2>第一部分 部门概况</h2><p>青石县林业局负责全县林业工作。</p>
<h2>第二部分 2023年度部门决算表</h2>
${table("支出决算表", ["支出功能分类科目编码|科目名称|本年支出合计|基本支出|项目支出", "|合计|420.00|300.00|120.00", "213|农林水支出|420.00|300.00|120.00", "21302|林业和草原|420.00|300.00|120.00", "2130201|行政运行|300.00|300.00|", "2130205|森林资源培育|120.00||120.00"])}
<h2>第三部分 2023年度部门决算情况说明</h2>
<p>2023年度本年支出合计420.00万元，其中：基本支出300.00万元，占71.4%；项目支出120.00万元，占28.6%。</p>
<h2>第四部分 附件</h2>
${table("项目支出绩效自评表", ["项目名称|4:护林站维修", "项目资金（万元）|年初预算数|全年预算数|全年执行数|得分", "年度资金总额|120.00|120.00|120.00|10.00", "一级指标|三级指标|年度指标值|实际完成值|得分", "产出指标|维修护林站|3座|3座|50.00", "效益指标|管护面积|≥450公顷|460公顷|40.00", "总分||||100.00"])}
${table("巡护里程登记", ["站点|里程|次数", "东沟站|318.5|26", "西坡站|207.4|19"])}
</body></html>`;
}

/** `4:` before the words of a cell: over four columns. */
function spanOf(cell: string): string {
  const across = /^\d(?=:)/.exec(cell)?.[0];
  return across === undefined ? "" : ` colspan="${across}"`;
}
