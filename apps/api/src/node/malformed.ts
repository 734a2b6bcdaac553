import type { Duplex } from "node:stream";
import { problemBody, type ProblemCode } from "../problem.ts";

// What Node's own parser refuses never reaches the app; it is answered here in the same form.

interface ParserError extends Error {
  readonly code?: string;
  readonly rawPacket?: Uint8Array;
}

const REASONS: Readonly<Record<string, readonly [ProblemCode, string, string]>> = {
  HPE_HEADER_OVERFLOW: ["headers-too-large", "请求头超过 16 KB。", "The headers have more than 16 KB."],
  ERR_HTTP_REQUEST_TIMEOUT: ["too-slow", "没有在时限内收到请求。", "The request did not come in time."],
};

/** The address of the first line, as it should have been written; undefined where it was no address at all. */
function encodedAddress(packet: Uint8Array): string | undefined {
  const end = packet.indexOf(0x0a);
  const line = new TextDecoder().decode(packet.subarray(0, end < 0 ? 2000 : Math.min(end, 2000)));
  const [, address] = /^[A-Z]{3,7} (\/\S*)/u.exec(line) ?? [];
  return address !== undefined && /[^\x20-\x7e]/.test(address) ? encodeURI(address).replaceAll("%25", "%") : undefined;
}

/** Answers a request that is none of HTTP; an address with Chinese characters as they are is the usual one. */
export function answerMalformed(error: ParserError, socket: Duplex): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const address = error.rawPacket && encodedAddress(error.rawPacket);
  const [code, zh, en] =
    address !== undefined
      ? ([
          "bad-request",
          `地址中的汉字要写成百分号编码：${address}；用 curl 时写 -G --data-urlencode 'q=教育局'。`,
          `Characters such as these are percent-encoded in an address: ${address}; with curl, -G --data-urlencode 'q=教育局'.`,
        ] as const)
      : (REASONS[error.code ?? ""] ??
        (["bad-request", "不是有效的 HTTP 请求。", "This is no valid HTTP request."] as const));
  const { status, body } = problemBody(code, { zh, en }, "", crypto.randomUUID());
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status} ${NAMES[status] ?? "Bad Request"}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${bytes.length}\r\nconnection: close\r\n\r\n`,
      ),
      bytes,
    ]),
  );
}

const NAMES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};
