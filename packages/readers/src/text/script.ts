/** Words of the accounts in traditional characters, and in none that are the same in both. */
const TRADITIONAL_WORDS = /決算|預算|財政|經費/g;
/** 經(jīng)費: how converters that gloss every character mark a page. */
const GLOSSED = /[一-鿿][(（][a-zà-ǜ]{1,6}[)）]/g;
const FEW = 4;

/** Whether a page is in traditional characters: it has the words of the accounts in them, and next to none in simplified ones. */
export function isTraditional(text: string): boolean {
  return count(text, TRADITIONAL_WORDS) > FEW && count(text, /决算/g) < 2;
}

/** Whether it can be read for what it says: a page with the sound of each character behind it cannot. */
export function isPlain(text: string): boolean {
  return count(text, GLOSSED) <= FEW;
}

/** As much of a text says what it is written in. */
const ENOUGH = 100_000;

function count(text: string, pattern: RegExp): number {
  return text.slice(0, ENOUGH).match(pattern)?.length ?? 0;
}
