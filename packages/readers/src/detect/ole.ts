import { ReadError } from "../errors.ts";

/** A stream or storage of an OLE compound file: what `.xls`, `.doc` and encrypted Office files are. */
interface OleEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

export interface OleFile {
  readonly names: readonly string[];
  read(name: string): Uint8Array | undefined;
}

const END = 0xfffffffe;
const HEADER = 512;

/**
 * Opens a compound file. Chains of sectors are followed no further than the file has sectors, so that a chain that bites
 * its own tail ends.
 */
export function openOle(bytes: Uint8Array): OleFile {
  if (bytes.length < HEADER) throw damagedOle();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sectorSize = 1 << view.getUint16(30, true);
  const miniSize = 1 << view.getUint16(32, true);
  if ((sectorSize !== 512 && sectorSize !== 4096) || miniSize !== 64) throw damagedOle();
  const sectorCount = Math.ceil((bytes.length - HEADER) / sectorSize);
  const table = allocationTable(view, bytes, sectorSize, sectorCount);

  const chain = (first: number, next: Uint32Array, most: number): number[] => {
    const found: number[] = [];
    for (let sector = first; sector < END; sector = next[sector] ?? END) {
      if (sector >= most || found.length > most) throw damagedOle();
      found.push(sector);
    }
    return found;
  };
  const readChain = (first: number, size: number): Uint8Array => {
    if (size > bytes.length) throw damagedOle();
    const content = new Uint8Array(size);
    let at = 0;
    for (const sector of chain(first, table, sectorCount)) {
      if (at >= size) break;
      const from = (sector + 1) * sectorSize;
      const piece = bytes.subarray(from, Math.min(from + sectorSize, from + size - at));
      content.set(piece, at);
      at += piece.length;
      if (piece.length === 0) throw damagedOle();
    }
    if (at < size) throw damagedOle();
    return content;
  };

  const directorySize = chain(view.getUint32(48, true), table, sectorCount).length * sectorSize;
  const directory = readChain(view.getUint32(48, true), Math.min(directorySize, bytes.length - HEADER));
  const entries = entriesOf(directory);
  const root = entries.find(({ type }) => type === 5);
  const cutoff = view.getUint32(56, true);
  let mini: { content: Uint8Array; next: Uint32Array } | undefined;
  const miniStream = () => {
    if (mini) return mini;
    const sectors = chain(view.getUint32(60, true), table, sectorCount);
    const next = words(
      readChain(view.getUint32(60, true), Math.min(sectors.length * sectorSize, bytes.length - HEADER)),
    );
    mini = { content: root ? readChain(root.start, root.size) : new Uint8Array(), next };
    return mini;
  };
  const readMini = (first: number, size: number): Uint8Array => {
    const { content, next } = miniStream();
    const found = new Uint8Array(size);
    let at = 0;
    for (const sector of chain(first, next, next.length)) {
      if (at >= size) break;
      const piece = content.subarray(
        sector * miniSize,
        Math.min((sector + 1) * miniSize, sector * miniSize + size - at),
      );
      found.set(piece, at);
      at += piece.length;
    }
    if (at < size) throw damagedOle();
    return found;
  };
  const streams = entries.filter(({ type }) => type === 2);
  return {
    names: streams.map(({ name }) => name),
    read(name) {
      const entry = streams.find((one) => one.name.toLowerCase() === name.toLowerCase());
      if (!entry) return undefined;
      return entry.size < cutoff ? readMini(entry.start, entry.size) : readChain(entry.start, entry.size);
    },
  };
}

/** Which sector follows each sector, gathered from the tables that the header and its extension list. */
function allocationTable(view: DataView, bytes: Uint8Array, sectorSize: number, sectorCount: number): Uint32Array {
  const perSector = sectorSize / 4;
  const listed: number[] = [];
  for (let index = 0; index < 109; index++) listed.push(view.getUint32(76 + index * 4, true));
  let extension = view.getUint32(68, true);
  for (let step = 0; extension < END && step <= sectorCount; step++) {
    const from = (extension + 1) * sectorSize;
    if (from + sectorSize > bytes.length) throw damagedOle();
    for (let index = 0; index < perSector - 1; index++) listed.push(view.getUint32(from + index * 4, true));
    extension = view.getUint32(from + sectorSize - 4, true);
  }
  const count = Math.min(view.getUint32(44, true), Math.ceil(sectorCount / perSector) + 1);
  const table = new Uint32Array(sectorCount).fill(END);
  for (const [index, sector] of listed.slice(0, count).entries()) {
    const from = (sector + 1) * sectorSize;
    if (sector >= END) continue;
    if (from + sectorSize > bytes.length) throw damagedOle();
    table.set(
      words(bytes.subarray(from, from + sectorSize)).subarray(0, Math.max(0, sectorCount - index * perSector)),
      Math.min(index * perSector, sectorCount),
    );
  }
  return table;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength >> 2 }, (_, index) => view.getUint32(index * 4, true));
}

function entriesOf(directory: Uint8Array): (OleEntry & { type: number })[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: (OleEntry & { type: number })[] = [];
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const length = view.getUint16(at + 64, true);
    const type = directory[at + 66]!;
    if (type === 0 || length < 2 || length > 64) continue;
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + length - 2));
    entries.push({ name, type, start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true) });
  }
  return entries;
}

function damagedOle(): ReadError {
  return new ReadError(
    "damaged",
    "文件已损坏或不完整（OLE 结构错误），可能没有下载或复制完整",
    "The file is damaged or incomplete (its OLE structure is broken); it may not have been downloaded or copied to its end",
  );
}
