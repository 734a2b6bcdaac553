/**
 * What a file may cost at most. A disclosure of a department is a few megabytes with a few ten thousand cells; each limit
 * lies far above the largest honest file and far below what would stop a worker (128 MB in an edge worker, a tab of a
 * browser). Passing one ends in a `ReadError` with the code `too-large`, never in a shortened reading.
 */
export const LIMITS = {
  /** Bytes handed in. */
  inputBytes: 64 * 1024 * 1024,
  /** Bytes that all parts of an archive inflate to, counted on the real output, not on what the archive claims. */
  inflatedBytes: 256 * 1024 * 1024,
  /** How much larger a part may become than it was packed, once it is larger than `ratioFreeBytes`. */
  inflationRatio: 300,
  ratioFreeBytes: 8 * 1024 * 1024,
  /** Parts in an archive. */
  archiveEntries: 10_000,
  /** Elements open at once in XML. Word nests a table in a table in a text box in some 40. */
  xmlDepth: 512,
  /** Elements open at once in HTML; deeper ones are refused before the parser builds them. */
  htmlDepth: 1_000,
  /** Tags of a web page, over which the parser's tree would not fit in a worker's memory. */
  htmlTags: 2_000_000,
  /** Cells of a workbook or of all tables of a document that hold something or are spanned. */
  cells: 2_000_000,
  /** Characters of a document's text, and of a workbook's formulas: short parts can be used a million times. */
  characters: 64 * 1024 * 1024,
  /** Merged ranges of a workbook. */
  mergedRanges: 200_000,
  /** Rows and columns that one cell may span; what lies beyond the table is cut to the table. */
  rowSpan: 65_534,
  columnSpan: 1_000,
  /** Columns of one table in a web page or a Word file. */
  tableColumns: 2_000,
  /** Characters of a number format in a workbook; Excel itself allows 255. */
  numberFormat: 255,
  /** Pages of a PDF. The longest disclosures of a whole department with its units have a few hundred. */
  pages: 3_000,
  /** Characters and drawn things (lines, areas, points of curves) on one page of a PDF. */
  pageCharacters: 200_000,
  pageDrawings: 500_000,
  /** Characters of a whole PDF: each is kept with its place. */
  pdfCharacters: 4_000_000,
  /** Horizontal times vertical table lines of one page: what looking for crossings costs. */
  ruleCrossings: 20_000_000,
  /** Points along one side of a page; PDF itself allows 14,400. */
  pageSide: 20_000,
  /** Memory of PDFium's WebAssembly. The real 25-page document needs 20 MB besides its own bytes. */
  pdfiumBytes: 512 * 1024 * 1024,
  /** Milliseconds for the pages of one PDF, asked for between pages; a single page that never ends needs a worker with a time limit of its own. */
  pdfMilliseconds: 60_000,
  /** Scanned pages that optical recognition reads of one PDF, where the user switches it on: each takes a second or more. */
  recognisedPages: 120,
} as const;
