const LONGEST_FORMULA = 8192;

/**
 * A shared formula as a cell further down or to the right has it: relative references move along, absolute ones and
 * words in quotes stay.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (formula.length > LONGEST_FORMULA) return formula;
  return formula.replaceAll(
    /"[^"]*"|'[^']*'|(?<![A-Za-z0-9_.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\d(A-Za-z_.])/g,
    (whole, fixedColumn?: string, letters?: string, fixedRow?: string, digits?: string) => {
      if (letters === undefined || digits === undefined) return whole;
      const column = fixedColumn ? letters : lettersOf(numberOf(letters) + columns);
      const row = fixedRow ? digits : String(Number(digits) + rows);
      return `${fixedColumn}${column}${fixedRow}${row}`;
    },
  );
}

function numberOf(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function lettersOf(number: number): string {
  let letters = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
