import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { examine } from "@juesuan/readers";
import { fixDocx } from "@juesuan/writers";
import { afterAll, describe, expect, it } from "vitest";
import { juesuanIn } from "../testing/streams.ts";
import { paragraph, partOf, run, settled, table, wordFile } from "../testing/word.ts";

const OPTIONS = {
  lang: "zh",
  author: "juesuan 决算",
  initials: "决",
  moment: new Date("2024-09-01T08:00:00Z"),
} as const;
const fixed = (bytes: Uint8Array) => fixDocx(bytes, (content) => examine(content), OPTIONS);

/** A disclosure of a few sentences and one table, each sentence cut into runs of at most `size` signs. */
function disclosure({
  size = 5,
  expenditure = RIGHT,
  other = "0.3",
  basic = "1,135.67",
  sentence = paragraph(expenditure, size),
} = {}): string {
  const lines = [
    "某县财政局2023年度部门决算",
    "第二部分 2023年度部门决算情况说明",
    "一、收入支出决算总体情况说明",
    "2023年度收、支总计3037.90万元。与2022年相比，收、支总计各增加1019.89万元，增长50.5%。主要变动原因是项目经费增加。",
    "二、收入决算情况说明",
    `2023年本年收入合计2826.88万元，其中：一般公共预算财政拨款收入2819.38万元，占99.7%；其他收入7.50万元，占${other}%。`,
    "三、支出决算情况说明",
  ];
  const rows = [
    ["项目", "本年支出合计", "基本支出", "项目支出"],
    ["合计", "3,037.90", basic, "1,902.23"],
    ["社会保障和就业支出", "3,037.90", "1,135.67", "1,902.23"],
  ];
  return `${lines.map((line) => paragraph(line, size)).join("")}${sentence}${paragraph("支出决算表")}${paragraph("单位：万元")}${table(rows)}`;
}

const RIGHT = "2023年本年支出合计3037.90万元，其中：基本支出1135.67万元，占37.4%；项目支出1902.23万元，占62.6%。";
const WRONG = RIGHT.replace("37.4%", "47.4%");

const errors = ({ report }: Awaited<ReturnType<typeof examine>>) =>
  report.findings.filter(({ severity }) => severity === "error").map(({ message }) => message);

const textOf = async (bytes: Uint8Array) => (await examine(bytes)).document.text;

describe("juesuan fix", () => {
  it.each([1, 2, 5, 200])(
    "corrects a figure cut into runs of %i signs, and accepting it cures the finding",
    async (size) => {
      const bytes = wordFile(disclosure({ expenditure: WRONG, size }));
      expect(errors(await examine(bytes.slice()))).toHaveLength(1);
      const result = await fixed(bytes);
      expect(result.changed.map(({ message }) => message)).toEqual([expect.stringContaining("1135.67÷3037.90")]);
      const accepted = settled(result.bytes, "accepted");
      expect(errors(await examine(accepted.slice()))).toEqual([]);
      expect(await textOf(accepted)).toContain("基本支出1135.67万元，占37.4%；");
      expect(await textOf(settled(result.bytes, "rejected"))).toBe(await textOf(bytes));
    },
  );

  it("shows the calculation in a comment on the changed figure, and keeps its formatting", async () => {
    const { bytes } = await fixed(wordFile(disclosure({ expenditure: WRONG, size: 200 })));
    expect(partOf(bytes, "word/document.xml")).toContain(
      `<w:commentRangeStart w:id="0"/><w:del w:id="1" w:author="juesuan 决算" w:date="2024-09-01T08:00:00Z"><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:delText xml:space="preserve">47.4</w:delText></w:r></w:del><w:ins w:id="2" w:author="juesuan 决算" w:date="2024-09-01T08:00:00Z"><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">37.4</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/>`,
    );
    expect(partOf(bytes, "word/comments.xml")).toMatch(/基本支出占本年支出的47\.4%，但1135\.67÷3037\.90＝37\.38%/);
    expect(partOf(bytes, "word/_rels/document.xml.rels")).toContain('Target="/word/comments.xml"');
    expect(partOf(bytes, "[Content_Types].xml")).toContain('PartName="/word/comments.xml"');
  });

  it("corrects figures of tables, with their separators", async () => {
    const bytes = wordFile(disclosure({ basic: "1,153.67" }));
    const { bytes: result, changed } = await fixed(bytes);
    expect(changed).toHaveLength(1);
    expect(await textOf(result)).toContain("3,037.90\t1,135.67\t1,902.23\n");
    expect(errors(await examine(settled(result, "accepted")))).toEqual([]);
  });

  it("only comments on what the document does not settle, at its place", async () => {
    const { bytes, changed, remarked } = await fixed(wordFile(disclosure({ other: "10.3", size: 200 })));
    expect([changed.length, remarked.length]).toEqual([0, 1]);
    expect(partOf(bytes, "word/document.xml")).not.toMatch(/<w:(?:ins|del) /);
    expect(partOf(bytes, "word/document.xml")).toMatch(
      /<w:commentRangeStart w:id="0"\/>.{0,120}10\.3<\/w:t><\/w:r><w:commentRangeEnd/,
    );
    expect(partOf(bytes, "word/comments.xml")).toContain("请人工核定");
  });

  it("says nothing twice when it is run on its own result", async () => {
    const once = await fixed(wordFile(disclosure({ expenditure: WRONG, other: "10.3" })));
    expect([once.changed.length, once.remarked.length]).toEqual([1, 1]);
    const twice = await fixed(once.bytes);
    expect([twice.changed, twice.remarked]).toEqual([[], []]);
    expect(twice.known.map(({ fingerprint }) => fingerprint)).toEqual(
      once.remarked.map(({ fingerprint }) => fingerprint),
    );
    expect(partOf(twice.bytes, "word/document.xml")).toBe(partOf(once.bytes, "word/document.xml"));
  });

  it("leaves the changes and comments of others alone, and parts an insertion that holds the wrong figure", async () => {
    const sentence = `<w:p>${run("2023年本年支出合计")}<w:commentRangeStart w:id="7"/>${run("3037.90")}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>${run("万元，其中：基本支出")}<w:del w:id="8" w:author="李"><w:r><w:delText>1153.67</w:delText></w:r></w:del><w:ins w:id="9" w:author="李">${run("1135.67万元，占47.4%；项目支出")}</w:ins>${run("1902.23万元，占62.6%。")}</w:p>`;
    const comments = `<x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:comment x:id="7" x:author="李"><x:p><x:r><x:t>请核对</x:t></x:r></x:p></x:comment></x:comments>`;
    const { bytes } = await fixed(
      wordFile(disclosure({ sentence }), { "comments.xml": { type: "comments", xml: comments } }),
    );
    const xml = partOf(bytes, "word/document.xml");
    expect(xml).toContain('<w:del w:id="8" w:author="李"><w:r><w:delText>1153.67</w:delText></w:r></w:del>');
    expect(xml).toMatch(
      /<w:ins w:id="9" w:author="李">.*?占<\/w:t><\/w:r>.*?<w:del [^>]*juesuan.*?47\.4.*?<\/w:del><\/w:ins><w:ins [^>]*juesuan[^>]*>.*?37\.4.*?<\/w:ins><w:ins w:id="\d+" w:author="李">/s,
    );
    expect(xml).toContain('<w:commentReference w:id="8"/>');
    expect(partOf(bytes, "word/comments.xml")).toMatch(/请核对.*w:id="8"/s);
    expect(await textOf(bytes)).toContain("基本支出1135.67万元，占37.4%；项目支出1902.23万元");
  });

  it("finds figures behind entities and in text boxes, and leaves all other parts as they are", async () => {
    const sentence = `<w:p><w:r><w:pict><w:txbxContent>${paragraph(`A&B<${WRONG}`, 4)}</w:txbxContent></w:pict></w:r></w:p>`;
    const styles = { "styles.xml": { type: "styles", xml: "<w:styles xmlns:w='x'/>" } };
    const { bytes, changed } = await fixed(wordFile(disclosure({ sentence }), styles));
    expect(changed).toHaveLength(1);
    expect(partOf(bytes, "word/styles.xml")).toBe(styles["styles.xml"].xml);
    expect(await textOf(bytes)).toContain("A&B<2023年本年支出合计3037.90万元，其中：基本支出1135.67万元，占37.4%");
  });
});

describe("A text box in a sentence", () => {
  it("is corrected with the sentence that it hangs in, and stays in its place", async () => {
    const box = `<w:r><w:pict>${paragraph("框前")}<w:txbxContent>${paragraph(WRONG, 4)}</w:txbxContent></w:pict><w:t>2023年度收、支总计3037.90万元。基本支出占</w:t></w:r>`;
    const sentence = `<w:p>${box}${run("47.4")}${run("%。")}</w:p>`;
    const bytes = wordFile(disclosure({ sentence, expenditure: RIGHT }));
    const { document, report } = await examine(bytes.slice());
    const places = [...document.text.matchAll(/47\.4/g)].map(({ index }) => ({
      start: index,
      end: index + 4,
      text: "47.4",
    }));
    expect(places).toHaveLength(2);
    // Both places are blamed, whatever the checker would say of this contrived sentence.
    const finding = {
      ...report.findings[0]!,
      severity: "error" as const,
      culprits: places.map((source) => ({
        text: "47.4",
        expected: "37.4",
        certainty: "unique" as const,
        figure: 1,
        source,
      })),
    };
    const examined = { report: { ...report, findings: [finding] }, document, disclosure: {} as never };
    const after = { ...examined, report: { ...report, findings: [] } };
    let first = true;
    const result = await fixDocx(bytes, async () => (first ? ((first = false), examined) : after), OPTIONS);
    const { document: accepted } = await examine(settled(result.bytes, "accepted"));
    expect(accepted.text).toBe(document.text.replaceAll("47.4", "37.4"));
    expect((await examine(settled(result.bytes, "rejected"))).document.text).toBe(document.text);
  });
});

describe("the command", () => {
  const folder = mkdtempSync(join(tmpdir(), "juesuan-fix-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "错.docx"), wordFile(disclosure({ expenditure: WRONG })));
  writeFileSync(join(folder, "对.docx"), wordFile(disclosure()));
  writeFileSync(join(folder, "文本.txt"), WRONG);

  const juesuan = (...args: string[]) => juesuanIn(folder, ...args);

  it("writes a copy beside the original, says what it did, and never writes over either", async () => {
    const before = readFileSync(join(folder, "错.docx"));
    const first = await juesuan("fix", "错.docx");
    expect(first).toMatchObject({ code: 1, stderr: "" });
    expect(first.stdout).toContain("已改正，接受修订即可（1 处）");
    expect(first.stdout).toContain("接受全部修订后再核对：错误 0 处");
    expect(readFileSync(join(folder, "错.docx")).equals(before)).toBe(true);
    expect(errors(await examine(new Uint8Array(readFileSync(join(folder, "错.修订.docx")))))).toEqual([]);
    // A proof reads what is there once the changes are accepted, and says that they are not yet.
    const proof = await juesuan("prove", "错.修订.docx", "--against", "对.docx");
    expect(proof).toMatchObject({ code: 0, stdout: expect.stringContaining("0 个不一致") });
    expect(proof.stdout).toContain("还有没有接受的修订");
    expect((await juesuan("prove", "对.docx", "--against", "对.docx")).stdout).not.toContain("修订");
    expect(await juesuan("fix", "错.docx")).toMatchObject({ code: 2, stderr: expect.stringContaining("已经存在") });
    expect(await juesuan("fix", "错.docx", "-o", "错.docx")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("原件不会被改动"),
    });
  });

  it("writes nothing where nothing is wrong, and takes Word files only", async () => {
    expect(await juesuan("fix", "对.docx", "-o", "无.docx", "-f", "json")).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"output": null'),
    });
    expect(await juesuan("fix", "文本.txt")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("不是 Word 文件"),
    });
  });
});
