/**
 * What stands around a table and is not part of it, in workbooks, web pages and tab-separated text alike: the unit,
 * the department, the number of the form (公开01表) and notes.
 */
const UNIT = /(?:金额)?单\s*位\s*[:：]\s*(?:人民币)?\s*(?:[亿万]?元|%)/;
const DEPARTMENT = /^(?:编制|公开)?(?:部\s*门|单\s*位|填报单位|编报单位)(?:名称)?\s*[:：（(]/;
const FORM_NUMBER =
  /^(?:附[表件]\s*\d*|(?:公开|财决(?:公开|批复|附)?|表)\s*\d{1,2}(?:[-—]\d)?\s*表?|[A-Z]\d{1,2}|.{0,20}\d{1,2}\s*表)\s*[:：]?$/;
const LONGEST_FIGURE = 40;
const NOTE = /^(?:备?\s*注|说\s*明|填表说明|注释)\s*\d*\s*[:：、.．]|^(?:本表|[*＊※])\s*\S/;

/** Whether the words of a row, cell by cell, are of the kind that stands above or below a table. */
export function standsApart(cells: readonly string[]): boolean {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  if (words.length === 0) return false;
  if (words.length === 1 && (isNote(words[0]!) || FORM_NUMBER.test(words[0]!))) return true;
  return words.length <= 4 && words.every((word) => isLabel(word)) && words.some((word) => word.length > 0);
}

export function isNote(text: string): boolean {
  return NOTE.test(text.trim());
}

export function isUnitLine(text: string): boolean {
  return UNIT.test(text);
}

function isLabel(text: string): boolean {
  return (
    UNIT.test(text) ||
    DEPARTMENT.test(text) ||
    FORM_NUMBER.test(text) ||
    /^\d{4}\s*年(?:度|\d{1,2}月\d{1,2}日)?$/.test(text)
  );
}

/** A figure as tables print it: 1,234.50, -3, 12.3%, —. */
export function isFigureText(text: string): boolean {
  return (
    text.length <= LONGEST_FIGURE &&
    /^[（(]?[-−－+]?[\d０-９][\d０-９,，\s]*(?:[.．][\d０-９]+)?\s*%?[)）]?$|^[-—－–]+$/.test(text.trim())
  );
}
