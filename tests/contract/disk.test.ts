import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Disk } from "../../local/faults/disk.ts";
import { Faults } from "../../local/faults/faults.ts";
import { contentOf } from "./disk-store.ts";
import { stores } from "./disk-stores.ts";

/** A disk with little room, and how to give it more. */
interface SmallDisk {
  readonly directory: string;
  readonly disk: Disk;
  free(): void;
}

const ROOM_BYTES = 200_000;

function directory(): string {
  const path = mkdtempSync(join(tmpdir(), "egao-disk-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function withQuota(): SmallDisk {
  const path = directory();
  const faults = new Faults({ diskQuotaBytes: ROOM_BYTES });
  return { directory: path, disk: new Disk(path, faults), free: () => faults.set({}) };
}

function reallyFull(): SmallDisk {
  const path = directory();
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "egao-test", path]);
  onTestFinished(() => void execFileSync("umount", ["-l", path]));
  const filler = join(path, "filler");
  writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024 - ROOM_BYTES));
  return { directory: path, disk: new Disk(), free: () => rmSync(filler) };
}

/** Only root may mount, and only on Linux there is tmpfs. */
function canMount(): boolean {
  const path = mkdtempSync(join(tmpdir(), "egao-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "egao-test", path], { stdio: "ignore" });
    execFileSync("umount", [path]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(path, { recursive: true });
  }
}

const disks: readonly [string, (() => SmallDisk) | undefined][] = [
  ["a quota", withQuota],
  [
    "a disk that is really full (skipped where tmpfs cannot be mounted: that takes root on Linux)",
    canMount() ? reallyFull : undefined,
  ],
];
const full = Object.entries(stores).filter(([, { fullDisk }]) => fullDisk !== undefined);

describe.each(disks)("%s", (_, makeDisk) => {
  it.skipIf(makeDisk === undefined).each(full)(
    "%s refuse what does not fit, keep what they accepted, and go on when there is room",
    async (name, { open, fullDisk, writesToRead }) => {
      if (makeDisk === undefined) return;
      const small = makeDisk();
      const store = await open(join(small.directory, "data"), small.disk);
      const accepted = new Set<string>();
      const refused = new Set<string>();
      const write = async (number: number): Promise<void> => {
        const id = `m${number}`;
        await store.write(id, contentOf(id)).then(
          () => accepted.add(id),
          (error: unknown) => {
            expect(error, name).toMatchObject({ status: 500, code: fullDisk });
            refused.add(id);
          },
        );
      };
      const isAsAnswered = async (one: typeof store) => {
        const contents = await one.contents();
        expect([...contents.keys()].toSorted()).toEqual([...accepted].toSorted());
        for (const [id, content] of contents) expect(content, id).toBe(contentOf(id));
      };
      let number = 0;
      while (refused.size < 25) await write(number++);
      expect(accepted.size).toBeGreaterThan(3);
      if (!writesToRead) await isAsAnswered(store);
      expect(drafts(small.directory)).toEqual([]);

      small.free();
      const before = refused.size;
      for (const end = number + 20; number < end;) await write(number++);
      expect(refused.size).toBe(before);
      await isAsAnswered(store);
      await store.close();
      await isAsAnswered(await open(join(small.directory, "data"), small.disk));
    },
    60_000,
  );
});

/** Files that a write under way leaves when nobody cleans up behind it. */
function drafts(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".new") || (/incoming.+/.test(file) && statSync(join(path, file)).isFile()),
  );
}
