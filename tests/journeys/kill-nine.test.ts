import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { buildPages } from "../../local/pages/build-pages.ts";
import { killNine } from "../crash/kill-nine.ts";
import { clone } from "../fixtures/clone.ts";

// A handful of what `npm run crash` does two hundred times.

test("whatever a webhook was answered 200 for ends as it should, however often everything is killed", async () => {
  await buildPages(clone);
  const dataDirectory = mkdtempSync(join(tmpdir(), "egao-kill-nine-"));
  const lines: string[] = [];
  const options = {
    dataDirectory,
    kills: 5,
    seed: 5,
    guests: 6,
    pauseMs: 150,
    log: (line: string) => void lines.push(line),
  };
  try {
    const { audit, acts, duringStart } = await killNine(options);
    expect(audit.isClean, `${lines.join("\n")}\n${auditTable(audit)}`).toBe(true);
    expect(audit.counts.accepted).toBeGreaterThan(3);
    expect(audit.counts.stored).toBeGreaterThan(0);
    expect(acts).toBeGreaterThan(audit.counts.accepted);
    expect(duringStart).toBeGreaterThan(0);
  } finally {
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}, 300_000);
