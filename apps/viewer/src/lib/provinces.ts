import type { Words } from "./language.tsx";

/**
 * 省级行政区 A province, autonomous region, municipality or special administrative region, as it stands on a map of equal
 * squares (等面积方块图): where it lies beside its neighbours, not how large it is.
 */
export interface Province extends Words {
  /** GB/T 2260, the first two digits. */
  readonly code: string;
  /** ISO 3166-2:CN, for what has no room for its name in English. */
  readonly sign: string;
}

/** One line for each row of the map, from the north, each place with its code; “··” where there is none. */
const ROWS = [
  "·· ·· ·· ·· ·· ·· 23",
  "·· ·· ·· 15 ·· 21 22",
  "65 62 64 14 11 12 ··",
  "·· 63 61 41 13 37 ··",
  "54 51 50 42 34 32 31",
  "·· 53 52 43 36 33 ··",
  "·· ·· 45 44 35 71 ··",
  "·· ·· 46 82 81 ·· ··",
] as const;

/** As they are called in short; in English by the spelling in law (陕西 is Shaanxi). */
const NAMES: Readonly<Record<string, Omit<Province, "code">>> = {
  "11": { zh: "北京", en: "Beijing", sign: "BJ" },
  "12": { zh: "天津", en: "Tianjin", sign: "TJ" },
  "13": { zh: "河北", en: "Hebei", sign: "HE" },
  "14": { zh: "山西", en: "Shanxi", sign: "SX" },
  "15": { zh: "内蒙古", en: "Inner Mongolia", sign: "NM" },
  "21": { zh: "辽宁", en: "Liaoning", sign: "LN" },
  "22": { zh: "吉林", en: "Jilin", sign: "JL" },
  "23": { zh: "黑龙江", en: "Heilongjiang", sign: "HL" },
  "31": { zh: "上海", en: "Shanghai", sign: "SH" },
  "32": { zh: "江苏", en: "Jiangsu", sign: "JS" },
  "33": { zh: "浙江", en: "Zhejiang", sign: "ZJ" },
  "34": { zh: "安徽", en: "Anhui", sign: "AH" },
  "35": { zh: "福建", en: "Fujian", sign: "FJ" },
  "36": { zh: "江西", en: "Jiangxi", sign: "JX" },
  "37": { zh: "山东", en: "Shandong", sign: "SD" },
  "41": { zh: "河南", en: "Henan", sign: "HA" },
  "42": { zh: "湖北", en: "Hubei", sign: "HB" },
  "43": { zh: "湖南", en: "Hunan", sign: "HN" },
  "44": { zh: "广东", en: "Guangdong", sign: "GD" },
  "45": { zh: "广西", en: "Guangxi", sign: "GX" },
  "46": { zh: "海南", en: "Hainan", sign: "HI" },
  "50": { zh: "重庆", en: "Chongqing", sign: "CQ" },
  "51": { zh: "四川", en: "Sichuan", sign: "SC" },
  "52": { zh: "贵州", en: "Guizhou", sign: "GZ" },
  "53": { zh: "云南", en: "Yunnan", sign: "YN" },
  "54": { zh: "西藏", en: "Tibet", sign: "XZ" },
  "61": { zh: "陕西", en: "Shaanxi", sign: "SN" },
  "62": { zh: "甘肃", en: "Gansu", sign: "GS" },
  "63": { zh: "青海", en: "Qinghai", sign: "QH" },
  "64": { zh: "宁夏", en: "Ningxia", sign: "NX" },
  "65": { zh: "新疆", en: "Xinjiang", sign: "XJ" },
  "71": { zh: "台湾", en: "Taiwan", sign: "TW" },
  "81": { zh: "香港", en: "Hong Kong", sign: "HK" },
  "82": { zh: "澳门", en: "Macao", sign: "MO" },
};

/** The map row by row; undefined where nothing lies. */
export const PROVINCE_MAP: readonly (readonly (Province | undefined)[])[] = ROWS.map((line) =>
  line.split(" ").map((code) => {
    const name = NAMES[code];
    return name && { code, ...name };
  }),
);

/** What a province is called in short. */
export function provinceName(code: string): Words {
  return NAMES[code] ?? { zh: code, en: code };
}
