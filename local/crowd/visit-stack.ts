import { setTimeout as pause } from "node:timers/promises";
import { type Administrator, openAdministrator } from "./audit/administrator.ts";
import { type Audit, auditWorld } from "./audit/audit-world.ts";
import { readWorld, type Sources } from "./audit/read-world.ts";
import { BoardWitness } from "./board-witness.ts";
import type { CrowdPlan } from "#domain/crowd/crowd-plan";
import { performCrowd } from "./perform-crowd.ts";
import { linePhones } from "./phones.ts";
import { sayGoodbye } from "./say-goodbye.ts";
import type { StackAddress } from "./stack-address.ts";

const LOOK_MS = 500;
/** So often nothing may be left to do before all work counts as done: a webhook may still be on its way. */
const CALM_LOOKS = 4;
const PATIENCE_MS = 600_000;

/** A crowd's way into a stack and the looks behind its scenes, until the returned `close`. */
export async function openSources(address: StackAddress): Promise<Sources & { close(): void }> {
  const administrator = openAdministrator(address);
  const witness = await BoardWitness.open(address);
  return {
    address,
    administrator,
    witness,
    phones: linePhones(address.lineApiUrl),
    close() {
      witness.close();
      administrator.close();
    },
  };
}

/** A crowd on a running stack, in this process or another, in real time; audited when all work is done. */
export async function visitStack(address: StackAddress, plan: CrowdPlan): Promise<Audit> {
  const sources = await openSources(address);
  try {
    const sent = await performCrowd(plan, { phones: sources.phones });
    await workDone(sources.administrator);
    const all = await sayGoodbye(sources.phones, sent, () => workDone(sources.administrator));
    return auditWorld(all, await readWorld(sources, all), { isHealthy: true, setBackMs: 0 });
  } finally {
    sources.close();
  }
}

/** Reminders wait for forty seconds, and so does this. */
async function workDone(administrator: Administrator): Promise<void> {
  const endsAt = performance.now() + PATIENCE_MS;
  for (let calmLooks = 0; calmLooks < CALM_LOOKS;) {
    await pause(LOOK_MS);
    const { visible, inFlight, delayed } = await administrator.depths();
    const left = visible + inFlight + delayed;
    calmLooks = left === 0 ? calmLooks + 1 : 0;
    if (performance.now() > endsAt) throw new Error(`${left} messages are not done within ten minutes`);
  }
}
