/** Why no disclosure can be written, in both languages. */
export class DraftError extends Error {
  readonly messageEn: string;

  constructor(message: string, messageEn: string) {
    super(message);
    this.name = "DraftError";
    this.messageEn = messageEn;
  }
}
