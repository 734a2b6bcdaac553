import { SSF } from "@e965/xlsx";
import { LIMITS } from "../detect/limits.ts";

/**
 * A stored number as the shortest plain decimal. Workbooks hold binary floating point: 2106.6599999999999 in the file is
 * 2106.66, and a sum stored as 3037.8999999999996 is 3037.9. Excel itself keeps 15 digits, so 15 digits is what counts.
 */
export function shortestDecimal(stored: string | number): string | undefined {
  const value = Number(stored);
  if (!Number.isFinite(value) || String(stored).trim() === "") return undefined;
  return plainDecimal(String(Number(value.toPrecision(15))));
}

/** 1e-7 as 0.0000001. */
function plainDecimal(text: string): string {
  const [mantissa, exponent] = text.split("e");
  if (exponent === undefined) return text === "-0" ? "0" : text;
  const negative = mantissa!.startsWith("-") ? "-" : "";
  const [whole, fraction = ""] = mantissa!.replace("-", "").split(".");
  const shift = Number(exponent);
  const digits = whole! + fraction;
  const point = whole!.length + shift;
  if (point <= 0) return `${negative}0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return negative + digits + "0".repeat(point - digits.length);
  return `${negative}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  37: "#,##0 ;(#,##0)",
  38: "#,##0 ;[Red](#,##0)",
  39: "#,##0.00 ;(#,##0.00)",
  40: "#,##0.00 ;[Red](#,##0.00)",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mmss.0",
  48: "##0.0E+0",
  49: "@",
};

/** Number formats that every workbook has without declaring them; 27 to 36 and 50 to 58 are dates in Chinese Excel. */
export function builtInFormat(id: number): string | undefined {
  const known = BUILT_IN[id];
  if (known !== undefined) return known;
  if (id === 31 || id === 57) return 'yyyy"年"m"月"d"日"';
  if (id === 27 || id === 36 || id === 50 || id === 52) return 'yyyy"年"m"月"';
  if (id === 28 || id === 29 || id === 51 || id === 53 || id === 54 || id === 58) return 'm"月"d"日"';
  return undefined;
}

export function isDateFormat(format: string): boolean {
  return /[ymdhs]|[年月日时分秒]/i.test(
    format.replaceAll(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|General/gi, ""),
  );
}

/** What the sheet shows. Plain formats are rounded here in decimal, half away from zero as Excel does, not in binary. */
export function displayed(number: string, format: string, date1904: boolean): string {
  if (format === "General" || format === "" || format === "@" || format.length > LIMITS.numberFormat)
    return general(number);
  const plain = tenThousands(number, format) ?? plainFormat(number, format);
  if (plain !== undefined) return plain;
  try {
    return String(SSF.format(format, Number(number), { date1904 })).trim();
  } catch {
    return general(number);
  }
}

function general(number: string): string {
  const digits = number.replace(/[-.]/g, "").replace(/^0+/, "").length;
  if (digits <= 10) return number;
  return String(SSF.format("General", Number(number))).trim();
}

/**
 * 0!.0, and 0!.0000: yuan shown as 万元 by a point that is written between digits, which only moves it by four places
 * together with the commas after it, each of which stands for three.
 */
function tenThousands(number: string, format: string): string | undefined {
  const section = format.split(";")[0]!.replaceAll(/_.|\*.|\[(?!\$)[^\]]*\]|\s/g, "");
  const shape = /^([#0,]*0)[!\\]\.(0+)(,{0,3})(?:"([^"]*)"|([万元]{0,2}))$/.exec(section);
  if (!shape) return undefined;
  const [, integer, decimals, commas, quoted, bareWords] = shape as unknown as string[];
  const places = decimals!.length;
  const negative = number.startsWith("-");
  const scaled = divided(number.replace("-", ""), 3 * commas!.length);
  const digits = roundHalfUp(scaled, 0).padStart(places + 1, "0");
  const whole = digits.slice(0, -places);
  const grouped = integer!.includes(",") ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ",") : whole;
  return `${negative && /[1-9]/.test(digits) ? "-" : ""}${grouped}.${digits.slice(-places)}${quoted ?? bareWords ?? ""}`;
}

/** A plain decimal with its point moved to the left. */
function divided(number: string, places: number): string {
  const [whole, fraction = ""] = number.split(".");
  const padded = whole!.padStart(places + 1, "0");
  const at = padded.length - places;
  return `${padded.slice(0, at)}.${padded.slice(at)}${fraction}`;
}

/** Formats such as 0.00, #,##0.00_ , 0.00%, #,##0.00_);(#,##0.00), accounting ones with padding. */
function plainFormat(number: string, format: string): string | undefined {
  const sections = format.split(";");
  if (/"[^"]*;[^"]*"/.test(format)) return undefined;
  const negative = number.startsWith("-");
  const zero = Number(number) === 0;
  const index = negative && sections.length > 1 ? 1 : zero && sections.length > 2 ? 2 : 0;
  const section = bare(sections[index]!);
  const shape = /^(-)?(\()?([#0,]*[#0])(?:\.(0+))?(%)?(\))?(-)?$/.exec(section);
  if (!shape) return undefined;
  const [, minus, open, integer, decimals = "", percent, close] = shape;
  if (!integer!.endsWith("0") && decimals === "") return undefined;
  const scaled = percent ? shiftPoint(number.replace("-", ""), 2) : number.replace("-", "");
  let rounded = roundHalfUp(scaled, decimals.length);
  const least = integer!.replaceAll(",", "").replace(/^#+/, "").length;
  const [whole, fraction] = rounded.split(".");
  let shown = whole!.replace(/^0+/, "").padStart(least, "0");
  if (integer!.includes(",")) shown = shown.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  rounded = fraction === undefined ? shown : `${shown}.${fraction}`;
  const isZero = !/[1-9]/.test(rounded);
  // The negative section prints its own sign or brackets; the first section lets the sign stand.
  const sign = minus ?? (negative && index === 0 && !isZero ? "-" : "");
  return `${sign}${open ?? ""}${rounded}${percent ?? ""}${close ?? ""}`;
}

/** A section without padding, colours and conditions; undefined stays for literals, which only the library knows. */
function bare(section: string): string {
  return section
    .replaceAll(
      /\[(?:Red|Black|Blue|Green|White|Yellow|Cyan|Magenta|红色|黑色|蓝色|绿色|Color\s*\d+|颜色\s*\d+|\$-[\dA-F]*)\]/gi,
      "",
    )
    .replaceAll(/_.|\*./g, "")
    .replaceAll(/\\([-() ])/g, "$1")
    .replaceAll(/"([-()\s]?)"/g, "$1")
    .replaceAll(/\s/g, "");
}

function shiftPoint(number: string, places: number): string {
  const [whole, fraction = ""] = number.split(".");
  const digits = fraction.padEnd(places, "0");
  return `${whole}${digits.slice(0, places)}${digits.length > places ? `.${digits.slice(places)}` : ""}`;
}

function roundHalfUp(number: string, decimals: number): string {
  const [whole, fraction = ""] = number.split(".");
  const kept = fraction.slice(0, decimals).padEnd(decimals, "0");
  let digits = BigInt(whole! + kept);
  if ((fraction[decimals] ?? "0") >= "5") digits += 1n;
  const text = String(digits).padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}
