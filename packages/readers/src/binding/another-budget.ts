/** 第二部分 2022年部门预算 on a page that publishes both: no part of the accounts. With their own year 预算 is a slip for 决算. */
export function isAnotherBudget(title: string, accounted: string | undefined): boolean {
  const year = /((?:19|20)\d{2})年(?:度)?(?:部门|单位|收支)?预算(?:情况|公开)?(?:说明)?$/.exec(title)?.[1];
  return year !== undefined && accounted !== undefined && year !== accounted && !title.includes("决算");
}

/** The year that the first title with it says is accounted for. */
export function accountedYear(lines: readonly { readonly text: string }[]): string | undefined {
  for (const { text } of lines.slice(0, 60)) {
    const year = /((?:19|20)\d{2})年?(?:度)?[^，。；]{0,30}决算/.exec(text)?.[1];
    if (year !== undefined) return year;
  }
  return undefined;
}
