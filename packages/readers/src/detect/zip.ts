import { Inflate } from "fflate";
import { ReadError } from "../errors.ts";
import { LIMITS } from "./limits.ts";
import { tooLarge } from "./too-large.ts";

/** An archive whose parts are inflated only when asked for, under one running total. */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part's bytes; undefined when there is none of that name. Checks its length and its checksum. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STEP = 16 * 1024;

/**
 * Opens a zip archive. Sizes that the archive claims are compared with what really comes out; parts that overlap (the
 * trick of bombs that inflate the same bytes many times), encrypted and split archives are refused.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  for (const entry of directory(view, bytes)) {
    // The first of two entries with one name wins, as in Excel; the other is a way to show readers different files.
    const key = keyOf(entry.name);
    if (!entries.has(key)) entries.set(key, entry);
  }
  let inflated = 0;
  return {
    names: [...entries.values()].map(({ name }) => name),
    has: (name) => entries.has(keyOf(name)),
    read(name) {
      const entry = entries.get(keyOf(name));
      if (!entry) return undefined;
      const content = inflate(entry, packedBytes(entry, view, bytes), LIMITS.inflatedBytes - inflated);
      inflated += content.length;
      return content;
    },
  };
}

/** Names are compared as Windows does: no leading slash, either slash, any case. */
function keyOf(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function directory(view: DataView, bytes: Uint8Array): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  if (view.getUint16(end + 4, true) !== 0 || size > end) throw damaged();
  if (count > LIMITS.archiveEntries) throw tooLarge("压缩包内文件过多", "too many parts in the archive");
  const start = end - size;
  // Bytes before the archive (a self-extracting one) shift every offset alike.
  const shift = start - view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    if ((flags & 1) !== 0) throw encrypted();
    const nameBytes = bytes.subarray(at + 46, at + 46 + nameLength);
    const sizes = sizesOf(view, at, at + 46 + nameLength, extraLength);
    entries.push({
      name: nameOf(nameBytes),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: sizes.packed,
      size: sizes.size,
      offset: sizes.offset + (shift >= 0 ? shift : 0),
    });
    at = next;
  }
  refuseOverlap(entries, start);
  return entries;
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  throw new ReadError(
    "damaged",
    "文件不完整：压缩包的目录缺失，文件可能没有下载或复制完整",
    "The file is incomplete: its archive has no directory; it may not have been downloaded or copied to its end",
  );
}

/** Sizes and offset, from the 64-bit extra field where a writer put them there. */
function sizesOf(
  view: DataView,
  at: number,
  extra: number,
  length: number,
): { packed: number; size: number; offset: number } {
  const found = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
  for (let field = extra; field + 4 <= extra + length;) {
    const fieldLength = view.getUint16(field + 2, true);
    if (view.getUint16(field, true) === 1) {
      let value = field + 4;
      for (const key of ["size", "packed", "offset"] as const) {
        if (found[key] !== 0xffffffff || value + 8 > extra + length) continue;
        found[key] = Number(view.getBigUint64(value, true));
        value += 8;
      }
    }
    field += 4 + fieldLength;
  }
  return found;
}

function nameOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}

function refuseOverlap(entries: readonly Entry[], directoryStart: number): void {
  let free = 0;
  for (const { offset, packed } of entries.toSorted((one, other) => one.offset - other.offset)) {
    if (offset < free || offset + 30 + packed > directoryStart) throw damaged();
    free = offset + 30 + packed;
  }
}

function packedBytes(entry: Entry, view: DataView, bytes: Uint8Array): Uint8Array {
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) throw damaged();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.length) throw damaged();
  return bytes.subarray(start, start + entry.packed);
}

function inflate(entry: Entry, packed: Uint8Array, room: number): Uint8Array {
  if (entry.size > room) throw tooLarge("解压后的内容过大", "its inflated content");
  if (entry.method === 0) {
    if (packed.length !== entry.size) throw damaged();
    return verified(entry, packed);
  }
  if (entry.method !== 8) {
    throw new ReadError(
      "unsupported",
      "压缩包使用了不支持的压缩方式，请用 Office 或 WPS 重新保存",
      "The archive uses a compression method that is not supported; save it again with Office or WPS",
    );
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  const most = Math.min(room, Math.max(LIMITS.ratioFreeBytes, packed.length * LIMITS.inflationRatio));
  const stream = new Inflate((chunk) => {
    total += chunk.length;
    if (total > most) throw tooLarge("压缩率异常，疑似压缩炸弹", "an implausible compression ratio (zip bomb)");
    if (total > entry.size) throw damaged();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (error) {
    throw error instanceof ReadError ? error : damaged();
  }
  if (total !== entry.size) throw damaged();
  const content = new Uint8Array(total);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return verified(entry, content);
}

/** A flipped bit in a stored figure must not pass for a figure. */
function verified(entry: Entry, content: Uint8Array): Uint8Array {
  if (checksum(content) !== entry.checksum) throw damaged();
  return content;
}

let table: Uint32Array | undefined;

/** CRC-32 as zip archives use it. */
function checksum(bytes: Uint8Array): number {
  table ??= Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  let value = 0xffffffff;
  for (const byte of bytes) value = table[(value ^ byte) & 255]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function damaged(): ReadError {
  return new ReadError(
    "damaged",
    "文件已损坏：压缩包内容与其目录不一致",
    "The file is damaged: the archive's content and its directory disagree",
  );
}

function encrypted(): ReadError {
  return new ReadError(
    "encrypted",
    "文件设有密码，请去除密码后再读取",
    "The file is protected by a password; remove it and try again",
  );
}
