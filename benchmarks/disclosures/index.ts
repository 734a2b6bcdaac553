// Random disclosures, true in themselves, for measurements here and for the tests of the apps.
export { randomAccounts, type RandomAccounts } from "./accounts.ts";
export { toHtml, type Style } from "./html.ts";
export { writeShanghai } from "./shanghai.ts";
export type { Setting } from "./shanghai-items.ts";
export { writeSichuan, type SichuanSetting } from "./sichuan.ts";
export { toText } from "./text.ts";
