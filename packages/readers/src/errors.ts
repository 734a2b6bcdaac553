/**
 * Why a file cannot be read: `encrypted` asks for a password; `damaged` is cut short or not what it claims to be;
 * `unsafe-xml` holds XML declarations that are not
 * allowed; `too-large` passes a limit; `timeout` passes the time it was given; `unsupported` is a format or a feature that is not
 * read, or not on this runtime; `not-final-accounts` was read and is another kind of document.
 */
export type ReadErrorCode =
  | "encrypted"
  | "damaged"
  | "unsafe-xml"
  | "too-large"
  | "timeout"
  | "unsupported"
  | "not-final-accounts";

/** A file that cannot be read, said in one sentence. `message` is Chinese, `messageEn` English. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly code: ReadErrorCode;
  readonly messageEn: string;

  constructor(code: ReadErrorCode, message: string, messageEn: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.messageEn = messageEn;
  }
}
