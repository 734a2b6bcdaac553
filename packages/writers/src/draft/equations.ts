import {
  ECONOMIC_CODES,
  fixedRowsOf,
  keyOf,
  keyText,
  rowSumsOf,
  tableOf,
  type FixedRow,
  type Profile,
  type Stage,
  type Sum,
  type TableBlock,
  type TableColumn,
  type TableDeclaration,
} from "@juesuan/core";

/** Σ `plus` = Σ `minus`, over canonical keys. */
export interface Equation {
  readonly plus: readonly string[];
  readonly minus: readonly string[];
}

type Line = { readonly row?: FixedRow; readonly code?: string };

/**
 * What a form's tables have in common with each other by their declarations: sums across and down, classes above groups
 * above items, both sides of a balance, funds within appropriation.
 */
export function equationsOf(profile: Profile, codes: readonly string[], isKnown: (key: string) => boolean): Equation[] {
  const tables = profile.tables.flatMap(({ table }) => tableOf(table) ?? []);
  const found = tables.flatMap((table) => table.blocks.flatMap((block) => ofBlock(table, block, codes, isKnown)));
  for (const table of tables) {
    for (const { left, right } of table.balances ?? []) {
      const side = (cells: typeof left): string[] =>
        cells.flatMap(({ block, row, column }) => {
          const own = table.blocks.find(({ id }) => id === block);
          const line = own && fixedRowsOf(own.rows).find(({ id }) => id === row);
          const at = own?.columns.find(({ id }) => id === column);
          return line && at ? [textOf(table, { row: line }, at, "final")] : [];
        });
      found.push({ plus: side(left), minus: side(right) });
    }
  }
  return [...found, ...FUNDS, ...VEHICLES, ...classesOfFunds(codes), ...othersMoney(codes)];
}

function textOf(table: TableDeclaration, line: Line, column: TableColumn | undefined, stage: Stage): string {
  const { concept, dimensions } = keyOf(table, {
    ...(line.row ? { row: line.row } : {}),
    ...(line.code === undefined ? {} : { rowCode: { scheme: schemeOf(line.code), code: line.code } }),
    ...(column ? { column } : {}),
    stage,
  });
  return keyText(concept, dimensions);
}

/** Economic codes begin with 3, functional ones with 2. */
function schemeOf(code: string): "functional" | "economic" {
  return code.startsWith("3") ? "economic" : "functional";
}

function ofBlock(
  table: TableDeclaration,
  block: TableBlock,
  codes: readonly string[],
  isKnown: (key: string) => boolean,
): Equation[] {
  const found: Equation[] = [];
  const stages = block.stages ?? ["final"];
  const columns = new Map(block.columns.filter(({ owed }) => owed !== false).map((column) => [column.id, column]));
  const rows = new Map(
    fixedRowsOf(block.rows)
      .filter(({ owed }) => owed !== false)
      .map((row) => [row.id, row]),
  );
  const { rows: axis } = block;
  const scheme = axis.kind === "classification" ? axis.scheme : undefined;
  const used =
    scheme === "economic" && axis.kind === "classification"
      ? (axis.printed?.flat() ?? ECONOMIC_CODES)
      : scheme
        ? codes
        : [];
  const lines: Line[] =
    axis.kind === "fixed" ? [...rows.values()].map((row) => ({ row })) : [{}, ...used.map((code) => ({ code }))];
  const add = (sum: Sum, term: (id: string) => string | undefined): void => {
    if (sum.relation === "parts") return;
    const total = term(sum.total);
    const of = sum.of.map(term);
    const less = (sum.less ?? []).map(term);
    if (total === undefined || [...of, ...less].includes(undefined)) return;
    found.push({ plus: [total, ...(less as string[])], minus: of as string[] });
  };
  for (const stage of stages) {
    for (const line of lines)
      for (const sum of block.sums ?? [])
        add(sum, (id) => {
          const column = columns.get(id);
          return column && textOf(table, line, column, stage);
        });
    for (const column of columns.values()) {
      for (const sum of rowSumsOf(block))
        add(sum, (id) => {
          const row = rows.get(id);
          if (row) return textOf(table, { row }, column, stage);
          return /^\d+$/.test(id) ? textOf(table, { code: id }, column, stage) : undefined;
        });
      if (scheme) {
        // In a table whose rows follow the money, 合计 is the sum of the classes.
        const grand =
          axis.kind === "classification" && axis.grandTotal === "none" ? undefined : textOf(table, {}, column, stage);
        found.push(...ofCodes(used, (code) => textOf(table, { code }, column, stage), grand));
      }
    }
  }
  const { columnAxis } = block;
  if (columnAxis && scheme === "functional") {
    const key = (code: string | undefined, economic: string): string => {
      const { concept, dimensions } = keyOf(table, {
        ...(code === undefined ? {} : { rowCode: { scheme: "functional", code } }),
        columnCode: { ...columnAxis, code: economic },
      });
      return keyText(concept, dimensions);
    };
    // A wide table of which nothing is known would only add empty cells.
    const printed = columnAxis.printed.filter(
      (economic) => isKnown(key(undefined, economic)) || codes.some((code) => isKnown(key(code, economic))),
    );
    for (const economic of printed)
      found.push(...ofCodes(codes, (code) => key(code, economic), key(undefined, economic)));
    const total = block.columns.find(({ id }) => id === "total");
    const classes = printed.filter((code) => code.length === 3);
    if (classes.length > 0)
      for (const line of lines) {
        found.push(
          ...ofCodes(
            printed,
            (economic) => key(line.code, economic),
            total ? textOf(table, line, total, "final") : undefined,
          ),
        );
      }
  }
  return found;
}

/** The whole is the sum of its classes, a class of its groups, a group of its items; only codes that are used count. */
function ofCodes(codes: readonly string[], key: (code: string) => string, grand?: string): Equation[] {
  const found: Equation[] = [];
  const classes = codes.filter((code) => code.length === 3);
  if (grand !== undefined && classes.length > 0) found.push({ plus: [grand], minus: classes.map(key) });
  for (const code of codes) {
    const children = codes.filter((child) => child.length === code.length + 2 && child.startsWith(code));
    if (children.length > 0) found.push({ plus: [key(code)], minus: children.map(key) });
  }
  return found;
}

/** Vehicles by kind add up to the vehicles. */
const VEHICLES: readonly Equation[] = (
  [
    ["vehicles-held", ["sedan", "off-road", "coach"]],
    [
      "state-vehicles",
      [
        "deputy-minister",
        "minister",
        "leaders",
        "confidential",
        "emergency",
        "enforcement",
        "special",
        "retired",
        "other",
      ],
    ],
  ] as const
).map(([concept, kinds]) => ({ plus: [concept], minus: kinds.map((kind) => `${concept}{item=${kind}}`) }));

const OWN_FUNDS = ["general", "government-fund", "state-capital"] as const;
const FLOWS = ["revenue", "expenditure", "opening-carry-over", "closing-carry-over", "total-disbursements"];

/** 财政拨款 = 一般公共预算 + 政府性基金预算 + 国有资本经营预算. */
const FUNDS: readonly Equation[] = [
  ...FLOWS.map((concept) => ({
    plus: [`${concept}{fund=appropriation}`],
    minus: OWN_FUNDS.map((fund) => `${concept}{fund=${fund}}`),
  })),
  ...["", ...OWN_FUNDS].flatMap((fund): Equation[] => {
    const of = fund === "" ? "" : `fund=${fund},`;
    return [
      {
        plus: [fund === "" ? "expenditure" : `expenditure{fund=${fund}}`],
        minus: [
          "basic",
          "project",
          ...(fund === "" ? ["superior-payment", "operating", "subordinate-subsidy"] : []),
        ].map((nature) => `expenditure{${of}nature=${nature}}`),
      },
    ];
  }),
  {
    plus: ["expenditure{fund=general,nature=basic}"],
    minus: ["personnel", "public"].map((group) => `expenditure{fund=general,nature=basic,group=${group}}`),
  },
  {
    plus: ["three-public{item=receptions}"],
    minus: ["three-public{item=domestic-receptions}", "three-public{item=foreign-receptions}"],
  },
];

function classesOfFunds(codes: readonly string[]): Equation[] {
  return ["", ...codes].flatMap((code) => {
    const key = (fund: string): string =>
      code === "" ? `expenditure{fund=${fund}}` : `expenditure{fund=${fund},functional=${code}}`;
    return [{ plus: [key("appropriation")], minus: OWN_FUNDS.map(key) }];
  });
}

/** Where all that was spent is appropriation, each line of it is: the rest, which has no key of its own, is nothing. */
function othersMoney(codes: readonly string[]): Equation[] {
  return ["expenditure", "revenue"].flatMap((concept) => {
    const rest = (code: string): string => `~${concept}/${code}`;
    const own = (code: string): Equation => ({
      plus: [code === "" ? concept : `${concept}{functional=${code}}`],
      minus: [
        code === "" ? `${concept}{fund=appropriation}` : `${concept}{fund=appropriation,functional=${code}}`,
        rest(code),
      ],
    });
    return [own(""), ...codes.map(own), ...ofCodes(codes, rest, rest(""))];
  });
}
