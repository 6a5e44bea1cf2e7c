import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { Latencies, RehearsalReport } from "#domain/rehearsal-report";
import { askApi } from "../../cli/ask-api.ts";
import { startTestStack, type TestStack } from "../fixtures/stack.ts";
import type { Measurement, Row } from "./measurement.ts";

const SIZE = { guests: 500, photos: 2_500, minutes: 10 };
const LOOK_MS = 2_000;

const rehearsalShape = z.object({ state: z.string(), report: z.string().nullable() });

/**
 * An evening of 500 guests and 2,500 photos, as a host rehearses it, in ten minutes: six times as fast as an hour. What
 * was read on the drawn pictures is recorded, so that the processor answers guests. Reports only what lost and doubled
 * nothing.
 */
export const rehearsal: Measurement = {
  name: "rehearsal",
  // It lasts a quarter of an hour.
  isOnlyByName: true,
  async run(): Promise<readonly Row[]> {
    const stack = await startTestStack();
    try {
      const report = await rehearse(stack);
      const { sent, stored, shown, ranked, lost, double, line, latenciesMs, startedAt, sendsFrom } = report;
      if (lost + double > 0) throw new Error(report.findings.join("\n"));
      const what = `rehearsal of ${SIZE.guests} guests and ${SIZE.photos} photos in ${SIZE.minutes} minutes`;
      return [
        {
          what: `${what}: sent → kept, p50 / p95 / p99 / longest`,
          measured: inSeconds(latenciesMs.stored),
        },
        { what: "… sent → answered", measured: inSeconds(latenciesMs.answered), budget: "60 s" },
        {
          what: "… sent / kept / shown / guests with a place; lost; double",
          measured: `${sent.photos} / ${stored} / ${shown} / ${ranked}; ${lost}; ${double}`,
          budget: `${SIZE.photos}; 0; 0`,
        },
        {
          what: "… replies, of them too late; webhooks delivered again; calls of the real LINE",
          measured: `${line.replies + line.expired}, ${line.expired}; ${sent.redelivered}; 0`,
        },
        {
          what: "… drawing its pictures beforehand",
          measured: `${((sendsFrom - startedAt) / 1_000).toFixed(0)} s`,
        },
      ];
    } finally {
      await stack.close();
    }
  },
};

async function rehearse({ endpoints, services }: TestStack): Promise<RehearsalReport> {
  const { userPoolId, userPoolClientId, host, graphqlUrl, eventId } = endpoints;
  const { AccessToken } = services.userPools.signInAs(userPoolId, userPoolClientId, host.username);
  const ask = (query: string, variables: object) =>
    askApi(graphqlUrl, { Authorization: AccessToken }, query, variables);
  await ask(
    `mutation ($e: ID!, $g: Int!, $p: Int!, $m: Int!) {
      rehearse(eventId: $e, guests: $g, photos: $p, minutes: $m, readsForReal: false) { state } }`,
    { e: eventId, g: SIZE.guests, p: SIZE.photos, m: SIZE.minutes },
  );
  for (;;) {
    await pause(LOOK_MS);
    const now = rehearsalShape.parse(
      await ask("query ($e: ID!) { rehearsal(eventId: $e) { state report } }", { e: eventId }),
    );
    // What the crowd function itself has written.
    if (now.report !== null) return JSON.parse(now.report) as RehearsalReport;
  }
}

const inSeconds = (latencies: Latencies | undefined): string =>
  latencies === undefined
    ? "none"
    : [latencies.p50, latencies.p95, latencies.p99, latencies.max]
        .map((ms) => `${(ms / 1_000).toFixed(1)} s`)
        .join(" / ");
