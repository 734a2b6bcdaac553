import { describe, expect, it } from "vitest";
import { bindDisclosure } from "../binding/bind.ts";
import { readHtml } from "./index.ts";

const oddities = (body: string) =>
  readHtml(new TextEncoder().encode(`<!doctype html><meta charset="utf-8"><body>${body}</body>`)).oddities.map(
    ({ code, message }) => `${code}: ${message}`,
  );

describe("a page whose tables are not on it", () => {
  it("says that they may be in its pictures, which are not its logo and its codes", () => {
    expect(
      oddities(
        '<img src="/images/logo.png"><p>2024年度部门决算</p><p>一、收入支出决算总表</p><img src="W020240830.png" width="900" height="600"><p>二、收入决算表</p><img src="W020240831.png" style="width:880px;height:500px"><img src="ewm.jpg" width="300" height="300"><img src="dot.gif" width="8" height="8">',
      ),
    ).toEqual(["picture: 网页中有 2 张图片，图中如有表格，其数字没有读取"]);
  });

  it("names the files that it links, and none of its navigation", () => {
    expect(
      oddities(
        '<nav><a href="/help.pdf">帮助</a></nav><p>附件：<a href="./P020240830.pdf" title="某局2024年度部门决算公开表.pdf">附件1</a></p><p><a href="%E5%86%B3%E7%AE%97%E8%A1%A8.xls?d=1">附件2</a></p><a href="/zwgk/index.html">信息公开</a>',
      ),
    ).toEqual(["attachment: 网页有 2 个附件没有读取，表可能在附件里：某局2024年度部门决算公开表.pdf、决算表.xls"]);
  });

  it("is refused with the name of the file that may hold the accounts", () => {
    const page = '<meta charset="utf-8"><h1>某局2024年度部门决算</h1><a href="b.pdf" title="决算公开表.pdf">附件</a>';
    const { kind, refusal } = bindDisclosure(readHtml(new TextEncoder().encode(page)));
    expect(kind).toBe("other");
    expect(refusal!.zh).toBe(
      "没有在文件中找到部门决算的表或说明，无法核对：网页有 1 个附件没有读取，表可能在附件里：决算公开表.pdf。",
    );
  });
});
