import { randomAccounts, toHtml, toText, writeShanghai, type RandomAccounts } from "@juesuan/benchmarks/disclosures";
import { loadClassification } from "@juesuan/core";
import { strToU8, zipSync } from "fflate";

export interface GeneratedDisclosure {
  readonly id: string;
  readonly region: string;
  readonly text: string;
}

const BUREAU = "上海市普陀区审计局";

/** Districts whose audit bureaus are its peers: as many as a distribution takes. */
const DISTRICTS = ["黄浦", "徐汇", "长宁", "静安", "虹口", "杨浦", "闵行", "宝山", "嘉定"];

/** Generated accounts: one bureau over three years, its last year with a slip, its peers of
 * other districts, a neighbour, and one of very many items. */
export async function generatedDisclosures(): Promise<readonly GeneratedDisclosure[]> {
  const year = (fiscalYear: number, seed: number): RandomAccounts => ({
    ...randomAccounts(seed),
    department: BUREAU,
    fiscalYear,
  });
  const region = "上海市普陀区";
  return [
    { id: "bureau-2022", region, text: written(year(2022, 11)) },
    { id: "bureau-2023", region, text: written(year(2023, 12)) },
    // Published twice: the second time with a slip that the first had not.
    { id: "bureau-2024", region, text: written(year(2024, 13)) },
    { id: "bureau-2024", region, text: withSlip(written(year(2024, 13))) },
    {
      id: "education-2023",
      region: "上海市浦东新区",
      text: written({ ...randomAccounts(14), department: "上海市浦东新区教育局", fiscalYear: 2023 }),
    },
    ...DISTRICTS.map((district, index) => ({
      id: `peer-${index + 1}-2024`,
      region: `上海市${district}区`,
      text: written({ ...randomAccounts(30 + index), department: `上海市${district}区审计局`, fiscalYear: 2024 }),
    })),
    { id: "large-2023", region, text: written(await largeAccounts()) },
  ];
}

/** A Word file with a paragraph for each line of a text. */
export function wordDraft(text: string): Uint8Array {
  const paragraphs = text
    .split("\n")
    .map(
      (line) =>
        `<w:p><w:r><w:t xml:space="preserve">${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</w:t></w:r></w:p>`,
    );
  const office = "http://schemas.openxmlformats.org";
  const files = {
    "[Content_Types].xml": `<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${paragraphs.join("")}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** A disclosure of some twenty-five pages, to be printed as PDF by the browser. */
export function printedPage(): string {
  const accounts = { ...randomAccounts(21), department: "上海市徐汇区生态环境局", fiscalYear: 2024 };
  const disclosure = writeShanghai(accounts, { codes: "split", zeros: "blank" });
  return toHtml(disclosure, { font: '"Noto Serif CJK SC", serif', rules: "full", size: 18 });
}

function written(accounts: RandomAccounts): string {
  return toText(writeShanghai(accounts, { codes: "joined", zeros: "blank" }));
}

/** The first total of the narrative is printed with two neighbouring digits the wrong way round. */
function withSlip(text: string): string {
  const stated = /总计(?<amount>\d+\.\d\d)万元/.exec(text);
  const amount = stated?.groups?.["amount"];
  if (!stated || amount === undefined) throw new Error("The generated narrative states no total.");
  const at = stated.index + 2;
  const swapped = [...amount];
  const pair = swapped.findIndex(
    (digit, index) => digit !== "." && /\d/.test(amount[index + 1] ?? "") && digit !== amount[index + 1],
  );
  [swapped[pair], swapped[pair + 1]] = [swapped[pair + 1]!, swapped[pair]!];
  return text.slice(0, at) + swapped.join("") + text.slice(at + amount.length);
}

/** Expenditure under every item that the classification has: tables of more than a thousand rows. */
async function largeAccounts(): Promise<RandomAccounts> {
  const classification = await loadClassification();
  const year = 2023;
  const nameOf = (code: string): string | undefined => classification.entry(code, year)?.name;
  const items = classification.entries.filter(
    ({ scheme, level, fund, code }) =>
      scheme === "functional" && level === "item" && fund === "general" && nameOf(code) !== undefined,
  );
  const codes = [...new Set(items.map(({ code }) => code))].sort();
  const base = randomAccounts(15);
  return {
    ...base,
    department: "上海市普陀区人民政府宜川路街道办事处",
    fiscalYear: year,
    general: codes.flatMap((code, index) => {
      const names = [nameOf(code.slice(0, 3)), nameOf(code.slice(0, 5)), nameOf(code)] as const;
      if (names.includes(undefined)) return [];
      const amount = 1000 + ((index * 7919) % 90_000);
      return [
        {
          code,
          names: names as readonly [string, string, string],
          basic: 0,
          project: amount,
          budget: amount,
          other: 0,
        },
      ];
    }),
  };
}
