import { SIMPLIFIED, TRADITIONAL } from "./characters.ts";

const OF: ReadonlyMap<string, string> = new Map([...TRADITIONAL].map((character, at) => [character, SIMPLIFIED[at]!]));

/** The text in simplified characters, one for one: an offset into either is an offset into the other. */
export function simplified(text: string): string {
  return text.replace(/[一-鿿]/g, (character) => OF.get(character) ?? character);
}
