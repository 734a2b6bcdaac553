// 单个文件网页 (MHTML): what Word and WPS write where somebody chooses a web page in one file, often under the name of a .doc
// or .xls. A message of several parts, each with its own headers; the pages among them are HTML like any other.

const PAGE = /^content-type:\s*text\/html/im;
const ENCODING = /^content-transfer-encoding:\s*([\w-]+)/im;
const BOUNDARY = /boundary\s*=\s*"?([^"\r\n;]+)/i;

/**
 * Whether a file begins as such a message does. A line's words never hold its \r: were it matched in two ways, a few dozen
 * lines of any text would cost 2^lines.
 */
export function isArchive(head: string): boolean {
  return (
    /^(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?mime-version:/i.test(head) &&
    /multipart\/related|text\/html/i.test(head)
  );
}

/** The bytes of its pages, one after the other: a workbook has one for each sheet. */
export function pagesOf(bytes: Uint8Array): Uint8Array {
  const message = new TextDecoder("latin1").decode(bytes);
  const boundary = BOUNDARY.exec(message.slice(0, 4096))?.[1];
  const parts = boundary === undefined ? [message] : message.split(`--${boundary}`);
  const pages = parts.flatMap((part) => {
    const [blank] = /\r?\n\r?\n/.exec(part) ?? [];
    if (blank === undefined) return [];
    const at = part.indexOf(blank);
    const headers = part.slice(0, at);
    return PAGE.test(headers)
      ? [decoded(part.slice(at + blank.length), ENCODING.exec(headers)?.[1]?.toLowerCase())]
      : [];
  });
  const whole = new Uint8Array(pages.reduce((length, page) => length + page.length, 0));
  let at = 0;
  for (const page of pages) {
    whole.set(page, at);
    at += page.length;
  }
  return whole;
}

function decoded(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") {
    const digits = body.replaceAll(/[^A-Za-z0-9+/]/g, "");
    return latin1(atob(digits.length % 4 === 1 ? digits.slice(0, -1) : digits));
  }
  if (encoding !== "quoted-printable") return latin1(body);
  // =\n goes on with the same line; =E5 is a byte.
  return latin1(
    body
      .replaceAll(/=[ \t]*\r?\n/g, "")
      .replaceAll(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
}
