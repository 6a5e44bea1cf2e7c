import { setTimeout as pause } from "node:timers/promises";
import { openAdministrator } from "../../local/crowd/audit/administrator.ts";
import { type Audit, auditWorld } from "../../local/crowd/audit/audit-world.ts";
import { readWorld } from "../../local/crowd/audit/read-world.ts";
import { BoardWitness } from "../../local/crowd/board-witness.ts";
import { Dice } from "#domain/crowd/dice";
import { linePhones } from "../../local/crowd/phones.ts";
import type { StackAddress } from "../../local/crowd/stack-address.ts";
import { finishWork } from "./finish-work.ts";
import { readLineRecord } from "./line-record.ts";
import { type Birth, keepDelivering, MortalStack } from "./mortal-stack.ts";
import { SteadyCrowd } from "./steady-crowd.ts";

export interface KillNineOptions {
  readonly dataDirectory: string;
  readonly kills: number;
  readonly seed: number;
  readonly guests: number;
  /** Between two acts of the crowd, on average. */
  readonly pauseMs: number;
  /** One line each, while it goes on. */
  readonly log: (line: string) => void;
}

export interface KillNineReport {
  readonly kills: number;
  /** Of them before the stack was ready. */
  readonly duringStart: number;
  /** What guests tried to do, and how often they were cut off in the middle of it. */
  readonly acts: number;
  readonly cutOff: number;
  /** Webhooks that LINE gave up although it was still allowed to try. */
  readonly givenUp: number;
  readonly redriven: number;
  readonly longestStartMs: number;
  readonly audit: Audit;
}

const SHARE_DURING_START = 0.2;
const SHORTEST_LIFE_MS = 30;
/** As a share of the time that the last start took: a slow machine needs longer for everything. */
const LONGEST_LIFE = 0.8;

/**
 * A crowd goes on while everything is killed again and again, at random moments of its life and of its start; then
 * one calm life finishes the work, and everything that LINE's record holds is compared with what became of it.
 */
export async function killNine(options: KillNineOptions): Promise<KillNineReport> {
  const run = new Run(options);
  try {
    await run.begin();
    for (let kill = 1; kill <= options.kills; kill += 1) await run.liveAndDie(kill);
    return await run.end();
  } finally {
    await run.stop();
  }
}

class Run {
  readonly #options: KillNineOptions;
  readonly #dice: Dice;
  #life: MortalStack | undefined;
  #crowd: SteadyCrowd | undefined;
  #witness: BoardWitness | undefined;
  #address: StackAddress | undefined;
  #duringStart = 0;
  #longestStartMs = 0;
  #usualStartMs = 0;

  constructor(options: KillNineOptions) {
    this.#options = options;
    this.#dice = new Dice(options.seed);
  }

  /** The first life is calm: guests come, and a screen is switched on. */
  async begin(): Promise<void> {
    const { address } = await this.#start("--port", "0");
    this.#crowd = await SteadyCrowd.invite(address.lineApiUrl, this.#options.guests, this.#options.seed);
    await this.#life?.kill();
  }

  async liveAndDie(kill: number): Promise<void> {
    const { log, dataDirectory, pauseMs } = this.#options;
    if (this.#dice.chance(SHARE_DURING_START)) {
      const life = new MortalStack(dataDirectory);
      this.#life = life;
      const lifeMs = this.#dice.between(0, this.#usualStartMs);
      await pause(lifeMs);
      await life.kill();
      this.#duringStart += 1;
      return log(`kill ${kill}: ${Math.round(lifeMs)} ms after the start began`);
    }
    const { address } = await this.#start();
    const life = this.#life;
    const acting = this.#crowd?.act(address.lineApiUrl, pauseMs, () => life?.isKilled !== false);
    const lifeMs = this.#dice.between(SHORTEST_LIFE_MS, this.#usualStartMs * LONGEST_LIFE);
    await pause(lifeMs);
    await life?.kill();
    await acting;
    log(`kill ${kill}: ${Math.round(lifeMs)} ms after it was ready`);
  }

  /** The last life is calm again, and long enough. */
  async end(): Promise<KillNineReport> {
    const { address, origin } = await this.#start();
    const [crowd, witness] = [this.#crowd, this.#witness];
    if (crowd === undefined || witness === undefined) throw new Error("nobody was there");
    const administrator = openAdministrator(address);
    try {
      const phones = linePhones(address.lineApiUrl);
      const redriven = await finishWork({ address, origin, administrator, phones, crowd });
      const { sent, givenUp } = await readLineRecord(address.lineApiUrl, crowd);
      const world = await readWorld({ address, administrator, phones, witness }, sent);
      const audit = auditWorld(sent, world, { isHealthy: false, setBackMs: 0 });
      const { acts, cutOff } = crowd;
      const [duringStart, longestStartMs] = [this.#duringStart, Math.round(this.#longestStartMs)];
      const { kills } = this.#options;
      return { kills, duringStart, acts, cutOff, givenUp, redriven, longestStartMs, audit };
    } finally {
      administrator.close();
    }
  }

  async stop(): Promise<void> {
    this.#witness?.close();
    await this.#life?.kill();
  }

  async #start(...args: readonly string[]): Promise<Birth> {
    this.#life = new MortalStack(this.#options.dataDirectory, ...args);
    const birth = await this.#life.ready();
    this.#longestStartMs = Math.max(this.#longestStartMs, birth.startedWithinMs);
    this.#usualStartMs = birth.startedWithinMs;
    await keepDelivering(birth.address.lineApiUrl);
    await this.#watch(birth.address);
    return birth;
  }

  /** One screen for all lives, as in the hall: it finds back by itself unless somebody else has taken its port. */
  async #watch(address: StackAddress): Promise<void> {
    if (this.#witness !== undefined && this.#address?.realtimeUrl === address.realtimeUrl) return;
    this.#witness?.close();
    this.#address = address;
    this.#witness = await BoardWitness.open(address);
  }
}
