import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from "hyparquet-writer";
import type { Cell, Field } from "./fields.ts";

/** Rows that are held at once, and that a reader can take at once. */
const GROUP = 20_000;

/**
 * Rows as a Parquet file, group by group, so that neither side holds a year. Amounts are DECIMAL(18, 2), whole numbers
 * with a scale; what is printed stays text.
 */
export async function* parquetOf(
  fields: readonly Field[],
  rows: AsyncIterable<readonly Cell[]>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = new ByteWriter();
  const schema: SchemaElement[] = [{ name: "root", num_children: fields.length }, ...fields.map(elementOf)];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: "juesuan" });
  const taken = () => {
    const written = bytes.getBytes().slice();
    // What is handed on is no longer kept; the writer knows how far it is by its offset.
    bytes.index = 0;
    return written;
  };
  let group: (readonly Cell[])[] = [];
  const write = async () => {
    const columnData = fields.map(({ name, type }, column): ColumnSource => ({
      name,
      data: group.map((row) => valueOf(type, row[column] ?? null)),
    }));
    group = [];
    await writer.write({ columnData, rowGroupSize: GROUP });
    return taken();
  };
  for await (const row of rows) {
    group.push(row);
    if (group.length === GROUP) yield await write();
  }
  if (group.length > 0) yield await write();
  await writer.finish();
  yield taken();
}

function elementOf({ name, type }: Field): SchemaElement {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "integer":
      return { ...optional, type: "INT32" };
    case "yuan":
      return { ...optional, type: "INT64", converted_type: "DECIMAL", scale: 2, precision: 18 };
    default:
      return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" };
  }
}

function valueOf(type: Field["type"], cell: Cell): Cell | bigint {
  if (cell === null) return null;
  // A bigint is the unscaled value: "3037.90" is 303790.
  if (type === "yuan") return BigInt(String(cell).replace(".", ""));
  return type === "integer" ? Number(cell) : String(cell);
}
