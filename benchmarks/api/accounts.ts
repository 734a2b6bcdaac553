import type { Disclosure, DocumentReport, Finding, ReadDocument } from "@juesuan/core";
import { divisions, type Entry } from "@juesuan/store";

// Accounts of a made-up nation: every county and prefecture of GB/T 2260 with some thirty offices, one year. Seeded by
// their number, so that any of them can be made again by itself, in another process too. Each is a small disclosure: about
// twenty figures and five hundred characters of prose, a tenth of a real one.

const OFFICES =
  "财政局 教育局 民政局 水利局 审计局 统计局 司法局 交通运输局 农业农村局 文化和旅游局 卫生健康局 应急管理局 市场监督管理局 生态环境局 自然资源局 住房和城乡建设局 人力资源和社会保障局 退役军人事务局 医疗保障局 发展和改革局 信访局 档案馆 总工会 妇女联合会 科学技术局 林业局 商务局 机关事务管理局 残疾人联合会 供销合作社联合社".split(
    " ",
  );
const CLASSES = [
  ["201", "一般公共服务支出"],
  ["205", "教育支出"],
  ["208", "社会保障和就业支出"],
  ["20805", "行政事业单位养老支出"],
  ["210", "卫生健康支出"],
  ["212", "城乡社区支出"],
  ["213", "农林水支出"],
  ["221", "住房保障支出"],
] as const;
const REASONS = [
  "人员增加",
  "退休人员养老待遇调整",
  "办公用房搬迁",
  "项目跨年度结转",
  "落实过紧日子要求压减会议费",
  "公务用车更新",
  "信息系统升级改造",
  "乡村振兴衔接资金增加",
] as const;

const PLACES = divisions().filter(({ code, level }) => level !== "province" && !/^(?:71|81|82)/.test(code));

/** How many there are to make. */
export const MOST = PLACES.length * OFFICES.length;

/** Shares no divisor with {@link MOST}, so that every account comes once. */
const STEP = coprimeBelow(Math.round(MOST * 0.618), MOST);

function coprimeBelow(from: number, to: number): number {
  const divisor = (left: number, right: number): number => (right === 0 ? left : divisor(right, left % right));
  let found = from;
  while (divisor(found, to) !== 1) found--;
  return found;
}

/** Mulberry32: small, quick, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The hash that an account's document has: made up, and found again by its number. */
export const hashOf = (number: number) => number.toString(16).padStart(64, "0");

/** The account of this number. */
export function accountOf(number: number): Entry {
  // Steps through all of them by the golden section, so that few accounts are spread over places and offices as many are.
  const step = (number * STEP) % MOST;
  const place = PLACES[step % PLACES.length]!;
  const office = OFFICES[Math.floor(step / PLACES.length)]!;
  const department = `${place.name}${office}`;
  const random = randomOf(number + 1);
  const amount = (most: number) => (Math.round(random() * most * 100) / 100).toFixed(2);
  const figures: Disclosure["figures"][number][] = [];
  const sentences: string[] = [];
  let length = 0;
  const say = (sentence: string) => {
    sentences.push(sentence);
    length += sentence.length + 1;
  };
  const figure = (value: string, concept: string, dimensions: Disclosure["figures"][number]["dimensions"] = {}) =>
    figures.push({
      id: figures.length,
      text: value,
      value,
      decimals: 2,
      unit: concept === "staff" ? "count" : "ten-thousand-yuan",
      concept,
      dimensions,
      source: { start: length, end: length + value.length, text: value },
    });
  say(`${department}2023年度部门决算公开`);
  const total = amount(9000);
  figure(total, "expenditure");
  figure(String(1 + Math.floor(random() * 200)), "staff", { item: "actual" });
  figure(amount(30), "three-public");
  figure(amount(200), "procurement");
  say(`2023年度本年支出合计${total}万元，收入支出与上年相比有所变动。`);
  for (const [code, name] of CLASSES) {
    if (random() < 0.4) continue;
    for (const fund of [undefined, "general"] as const) {
      for (const nature of [undefined, "basic"] as const) {
        const value = amount(900);
        figure(value, "expenditure", {
          functional: code,
          ...(fund ? { fund } : {}),
          ...(nature ? { nature } : {}),
        });
        if (!fund && !nature) {
          const reason = REASONS[Math.floor(random() * REASONS.length)]!;
          say(`${name}（类）支出决算为${value}万元，与年初预算相比存在差异，主要原因是${reason}。`);
        }
      }
    }
  }
  say("机关运行经费支出与上年基本持平，政府采购支出按照规定执行，国有资产占用情况见附表。");
  const text = `${sentences.join("\n")}\n`;
  const findings: Finding[] = random() < 0.2 ? [findingOf(total)] : [];
  const sha256 = hashOf(number);
  const place2 = { department, fiscalYear: 2023, profile: "sichuan-2023", unit: "ten-thousand-yuan" } as const;
  const document: ReadDocument = {
    format: "text",
    text,
    pages: [{ number: 1 }],
    blocks: [{ kind: "paragraph", start: 0, end: text.length, page: 1 }],
    oddities: [],
  } as never;
  const disclosure: Disclosure = {
    kind: "final-accounts",
    ...place2,
    figures,
    unbound: [],
    sections: [],
    contents: [],
    tables: [],
    statements: [],
    oddities: [],
  };
  const report: DocumentReport = {
    file: `${number}.txt`,
    sha256,
    kind: "final-accounts",
    refusal: null,
    format: "text",
    ...place2,
    figures: { printed: figures.length, bound: figures.length, unbound: 0 },
    facts: [],
    unbound: [],
    findings,
    ledger: {
      figures: { printed: figures.length, tied: figures.length, free: 0, unread: 0 },
      ties: {},
      relations: [],
      headline: { zh: `${figures.length} 个数字`, en: `${figures.length} figures` },
    },
    reading: { sections: [], tables: [], oddities: [] },
  };
  return { id: `a${number}`, report, document, disclosure, region: place.name, accounts: { total, department } };
}

function findingOf(total: string): Finding {
  return {
    relation: "share",
    title: "占比",
    titleEn: "Share",
    severity: "error",
    verdict: "inconsistent",
    message: `称合计${total}万元，与分项之和不符。`,
    messageEn: `${total} is stated, which its parts do not add up to.`,
    stated: total,
    expected: total,
    sources: [],
    culprits: [],
    suggestion: null,
    suggestionEn: null,
    basis: { zh: "算术", en: "Arithmetic" },
    symptoms: [],
    fingerprint: "share-1",
  };
}
