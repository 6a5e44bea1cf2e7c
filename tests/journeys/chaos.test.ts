import { beforeAll, expect, test } from "vitest";
import { auditTable } from "../../local/crowd/audit/audit-table.ts";
import { runChaos } from "../../local/crowd/chaos/run-chaos.ts";
import { synthesise } from "../../local/synth/synthesise.ts";
import { clone } from "../fixtures/clone.ts";

// Of these seeds' crowds some send a picture again.

/** A crowd of some seconds with pictures that are read quickly; `npm run chaos` takes larger ones. */
const size = { guests: 6, photos: 12, minutes: 0.06, pictureWidth: 400 };

let assemblyDirectory: string;
beforeAll(async () => {
  assemblyDirectory = (await synthesise(clone)).directory;
}, 240_000);

test(
  "a crowd in a healthy world: everything arrives, nothing twice, nothing late",
  { timeout: 240_000 },
  async () => {
    const { audit, redriven } = await runChaos({ clone, assemblyDirectory, seed: 26, size, isStormy: false });
    expect(audit.isClean, auditTable(audit)).toBe(true);
    expect(audit.counts).toMatchObject({ sent: 12, accepted: 12, unheard: 0, repaired: 0, reconnects: 0 });
    expect(audit.counts.duplicates).toBeGreaterThan(1);
    expect(redriven).toBe(0);
    // No rule is kept only because there was nothing to try it on.
    const empty = audit.checks.filter(({ cases }) => cases === 0).map(({ name }) => name);
    expect(empty).toEqual(["nobody else is on the board"]);
  },
);

test.each([6, 28])(
  "a crowd in storm %i: what was sent is stored, ranked, published, replied and kept, once",
  { timeout: 240_000 },
  async (seed) => {
    const { audit } = await runChaos({ clone, assemblyDirectory, seed, size });
    expect(audit.isClean, auditTable(audit)).toBe(true);
    expect(audit.counts.sent).toBe(12);
    expect(audit.counts.accepted).toBe(12);
    expect(audit.counts.stored).toBeGreaterThan(0);
    expect(audit.counts.repeated).toBeGreaterThan(0);
  },
);
