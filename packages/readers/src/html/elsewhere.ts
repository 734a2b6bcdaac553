import type { Assembly } from "../text/assembly.ts";

/** Smaller than this, in pixels, a picture is an icon. */
const SMALLEST = { width: 200, height: 80 };
const ORNAMENT = /logo|icon|ico[._-]|qr|ewm|erwei|weixin|wechat|banner|blank|spacer|loading|arrow|share|bg[._-]/i;
const ATTACHED = /\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)(?:[?#]|$)/i;
/** So many names are said; a page may link hundreds. */
const MOST_NAMES = 5;

/** What a page shows as pictures, and the files that it links: tables may be in either, and neither is read. */
export class Elsewhere {
  private pictures = 0;
  private readonly files = new Map<string, string>();

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === "img" && isPicture(attributes)) this.pictures++;
    const address = name === "a" ? (attributes["href"] ?? "") : "";
    if (ATTACHED.test(address)) this.files.set(address, attributes["title"] ?? nameOf(address));
  }

  report(assembly: Assembly): void {
    if (this.pictures > 0)
      assembly.report(
        "picture",
        `网页中有 ${this.pictures} 张图片，图中如有表格，其数字没有读取`,
        `The page shows ${this.pictures} picture(s); figures of tables in them were not read`,
      );
    if (this.files.size === 0) return;
    const names = [...this.files.values()].slice(0, MOST_NAMES);
    const more = this.files.size > names.length;
    assembly.report(
      "attachment",
      `网页有 ${this.files.size} 个附件没有读取，表可能在附件里：${names.join("、")}${more ? "等" : ""}`,
      `The page links ${this.files.size} file(s), which were not read and may hold the tables: ${names.join(", ")}${more ? ", …" : ""}`,
    );
  }
}

function isPicture({ src = "", width, height, style = "" }: Readonly<Record<string, string>>): boolean {
  const wide = Number.parseFloat(/(?:^|[;\s])width:\s*([\d.]+)px/i.exec(style)?.[1] ?? width ?? "");
  const high = Number.parseFloat(/(?:^|[;\s])height:\s*([\d.]+)px/i.exec(style)?.[1] ?? height ?? "");
  if (wide < SMALLEST.width || high < SMALLEST.height) return false;
  return src !== "" && !ORNAMENT.test(src.startsWith("data:") ? "" : nameOf(src));
}

function nameOf(address: string): string {
  const name = address.replace(/[?#].*$/, "").replace(/^.*\//, "");
  try {
    return decodeURIComponent(name).slice(0, 80);
  } catch {
    return name.slice(0, 80);
  }
}
