import { ECONOMIC_ITEMS } from "./economic-items.ts";

// Everyday words for economic items (支出经济分类): names that mean one item, and words that may mean several.

/** What clerks call an economic item in a list of basic expenditure, beside the names that tables print. */
const NAMES: readonly (readonly [code: string, ...names: string[]])[] = [
  ["30102", "津补贴", "津贴、补贴", "津贴及补贴", "津贴和补贴"],
  ["30108", "基本养老保险缴费", "养老保险缴费", "机关养老保险缴费", "机关事业单位养老保险缴费", "养老保险费"],
  ["30109", "职业年金", "职业年金缴费支出"],
  ["30110", "职工医疗保险缴费", "职工医疗保险", "职工基本医疗保险费", "职工基本医疗保险"],
  ["30112", "其他社保缴费", "其他社会保险缴费"],
  ["30113", "公积金", "住房公积金缴费"],
  ["30209", "物业费"],
  ["30213", "维修（护）费用", "维修维护费", "维修保养费"],
  ["30217", "接待费", "公务接待费用"],
  ["30231", "公车运行维护费", "公车运行费", "公务车运行维护费", "公车运维费", "车辆运行维护费", "公务用车维护费"],
  ["30240", "税金"],
];

const BY_NAME = new Map(
  [...NAMES, ...ECONOMIC_ITEMS.map(([code, , ...aliases]) => [code, ...aliases] as const)].flatMap(([code, ...names]) =>
    names.map((name) => [name, code] as const),
  ),
);

/** The one item that an everyday name, or an alias of the tables, stands for: an amount may be bound by it. */
export function itemCalled(name: string): string | undefined {
  return BY_NAME.get(name);
}

/**
 * Words of everyday use for several items at once: 社保 is pension, medical and other insurance. What stands under one is
 * not left out, and the word itself is not judged.
 */
const LOOSE: readonly (readonly [name: RegExp, codes: readonly string[]])[] = [
  [
    /^(?:社保|社会保险|社会保障|五险|五险一金|社会保险缴费|社会保障缴费|社保缴费|社保费)$/,
    ["30108", "30110", "30111", "30112"],
  ],
  [/^社会?保[障险]?[^（]{0,6}（[^（）]*养老/, ["30108"]],
  [/^社会?保[障险]?[^（]{0,6}（[^（）]*年金/, ["30109"]],
  [/^社会?保[障险]?[^（]{0,6}（(?:[^（）]*[、和及])?(?:基本)?医疗/, ["30110"]],
  [/^社会?保[障险]?[^（]{0,6}（[^（）]*公务员医疗补助/, ["30111"]],
  [/^社会?保[障险]?[^（]{0,6}（[^（）]*(?:其他|工伤|失业)/, ["30112"]],
  [/养老保险/, ["30108"]],
  [/职业年金/, ["30109"]],
  [/医疗保险|医保/, ["30110"]],
  [/公积金|五险一金/, ["30113"]],
  [/离退休|退休(?:人员)?(?:费|补贴|经费)/, ["30301", "30302"]],
  [/^(?:津补贴|津贴)/, ["30102"]],
  [/饭贴|伙食|餐补/, ["30106"]],
  [/^(?:公车|公务车|车辆|公务用车)(?:运行|运维)/, ["30231"]],
];

/** All items that an everyday word may stand for: enough to say that they are not left out, and too little to bind an amount by. */
export function itemsMeant(name: string): readonly string[] {
  const own = itemCalled(name);
  return [
    ...(own === undefined ? [] : [own]),
    ...LOOSE.flatMap(([pattern, codes]) => (pattern.test(name) ? codes : [])),
  ];
}
