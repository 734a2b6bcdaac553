// The public face of the writers.
export { fixDocx, type ApplyOptions, type Examine, type Fixed } from "./corrections/index.ts";
export {
  tableGrid,
  type CodeName,
  type Grid,
  type GridCell,
  type GridOptions,
  type GridPart,
  type GridSource,
} from "./grid.ts";
export { gridToHtml } from "./html.ts";
export { gridToCsv, gridToMarkdown } from "./text.ts";
export { tablesOf } from "./printed.ts";
export { gridsOf, sourceOf } from "./source.ts";
export { gridsToXlsx } from "./spreadsheet/workbook.ts";
export { draftDisclosure, type Draft, type DraftOptions, type LastWords } from "./draft/index.ts";
export { DraftError } from "./draft/error.ts";
export { formOfSheets, formToXlsx, type FormSheet } from "./draft/form-sheet.ts";
export { answersOfForm, EMPTY_FORM, formFor, formOf, type DraftForm, type FormAnswers } from "./draft/form.ts";
export type { DraftBlock, DraftChart, DraftDocument, Gap, Run } from "./draft/document.ts";
export { draftToHtml } from "./document/html.ts";
export { draftToMarkdown, draftToText } from "./document/text.ts";
export { draftToDocx } from "./document/word/index.ts";
