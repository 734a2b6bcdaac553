import { VERSION } from "../version.ts";
import { ACCOUNT_FIELDS, FIGURE_FIELDS, type Field } from "./fields.ts";

/**
 * A Fiscal Data Package (a Tabular Data Package whose fields say what is measure, what is dimension): the resources,
 * their fields, and how accounts and figures belong together.
 */
export function packageOf(year: number) {
  return {
    profile: "tabular-data-package",
    name: `juesuan-${year}`,
    title: `${year} 年度部门决算`,
    version: VERSION,
    countryCode: "CN",
    fiscalPeriod: { start: `${year}-01-01`, end: `${year}-12-31` },
    resources: [
      resource("accounts", ACCOUNT_FIELDS, { primaryKey: ["id"] }),
      resource("figures", FIGURE_FIELDS, {
        foreignKeys: [{ fields: "account", reference: { resource: "accounts", fields: "id" } }],
      }),
    ],
    model: {
      measures: {
        amount: { source: "yuan", resource: "figures", currency: "CNY", direction: "expenditure", phase: "executed" },
      },
      dimensions: {
        department: dimension("accounts", "entity", ["id", "department"]),
        place: dimension("accounts", "location", ["division", "region"]),
        date: dimension("accounts", "datetime", ["fiscal_year"]),
        functional: dimension("figures", "classification", ["functional"], "functional"),
        economic: dimension("figures", "classification", ["economic"], "economic"),
        fund: dimension("figures", "other", ["fund"]),
      },
    },
  };
}

function dimension(from: string, dimensionType: string, sources: readonly string[], classificationType?: string) {
  return {
    dimensionType,
    ...(classificationType ? { classificationType } : {}),
    primaryKey: sources[0],
    attributes: Object.fromEntries(sources.map((source) => [source, { source, resource: from }])),
  };
}

/** The types of Table Schema; amounts say that they are decimals by a point. */
function fieldOf({ name, type, title }: Field) {
  return type === "yuan" ? { name, title, type: "number", decimalChar: ".", bareNumber: true } : { name, title, type };
}

function resource(name: string, fields: readonly Field[], keys: object) {
  return {
    name,
    path: `${name}.csv`,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields: fields.map(fieldOf), missingValues: [""], ...keys },
  };
}
