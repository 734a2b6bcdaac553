import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderSpool } from "./spool.ts";

const encoder = new TextEncoder();
let folder: string;
let spool: ReturnType<typeof folderSpool>;
let makings: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "juesuan-spool-test-"));
  spool = folderSpool(folder, { leastFree: 0 });
  makings = 0;
});

afterEach(() => {
  spool.close();
  rmSync(folder, { recursive: true, force: true });
});

async function* lines(...texts: string[]) {
  makings++;
  for (const text of texts) yield encoder.encode(text);
}

/** Lines of which the second waits until it is let go. */
function held() {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  async function* make() {
    makings++;
    yield encoder.encode("教育局\n");
    await gate;
    yield encoder.encode("财政局\n");
  }
  return { make, release };
}

async function textOf(chunks: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks!) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

describe("a year's files on disk", () => {
  it("are made once, however many read them meanwhile, and are then there in parts", async () => {
    const { make, release } = held();
    const first = textOf(spool.made("2023/a.csv", "1", make));
    const second = textOf(spool.made("2023/a.csv", "1", make));
    expect(spool.whole("2023/a.csv", "1")).toBeUndefined();
    release();
    expect(await Promise.all([first, second])).toEqual(["教育局\n财政局\n", "教育局\n财政局\n"]);
    expect(makings).toBe(1);
    const kept = spool.whole("2023/a.csv", "1")!;
    expect(kept).toMatchObject({
      size: 20,
      etag: `"${createHash("sha256").update("教育局\n财政局\n").digest("hex")}"`,
    });
    expect(await textOf(kept.bytes(10, 19))).toBe("财政局");
    // Nothing lies about: the files have no name.
    expect(readdirSync(folder)).toEqual([]);
  });

  it("are gone on with when the first who asked goes away", async () => {
    const { make, release } = held();
    const first = spool.made("2023/a.csv", "1", make)!;
    await first.next();
    await first.return(undefined);
    release();
    expect(await textOf(spool.made("2023/a.csv", "1", make))).toBe("教育局\n财政局\n");
    expect(makings).toBe(1);
  });

  it("of an earlier version are given to the end to those who read them, and to nobody else", async () => {
    const { make, release } = held();
    const early = spool.made("2023/a.csv", "1", make)!;
    await early.next();
    expect(await textOf(spool.made("2023/a.csv", "2", () => lines("新的\n")))).toBe("新的\n");
    expect(spool.whole("2023/a.csv", "1")).toBeUndefined();
    release();
    expect(await textOf(early)).toBe("财政局\n");
    expect(await textOf(spool.whole("2023/a.csv", "2")!.bytes(0, 7))).toBe("新的\n");
  });

  it("that cannot be made end with the reason, and are tried again by the next one", async () => {
    async function* broken() {
      yield encoder.encode("教育局\n");
      throw new Error("the store is away");
    }
    await expect(textOf(spool.made("2023/a.csv", "1", broken))).rejects.toThrow("the store is away");
    expect(await textOf(spool.made("2023/a.csv", "1", () => lines("教育局\n")))).toBe("教育局\n");
  });

  it("are left to be streamed where there is no room: on the disk, for so large a file, for so many at once", async () => {
    const full = folderSpool(folder, { leastFree: Number.MAX_SAFE_INTEGER });
    expect(full.made("2023/a.csv", "1", () => lines("教育局\n"))).toBeUndefined();
    const small = folderSpool(folder, { leastFree: 0, mostBytes: 15 });
    const asked = () => small.made("2023/a.csv", "1", () => lines("教育局\n", "财政局\n"));
    await expect(textOf(asked())).rejects.toThrow("no room");
    expect(asked()).toBeUndefined();
    expect(small.made("2023/a.csv", "2", () => lines("新\n"))).toBeDefined();
    const { make, release } = held();
    const under = [1, 2].map((number) => textOf(spool.made(`2023/${number}.csv`, "1", make)));
    expect(spool.made("2023/3.csv", "1", make)).toBeUndefined();
    release();
    await Promise.all(under);
    expect(spool.made("2023/3.csv", "1", make)).toBeDefined();
  });
});
