import type { Storm } from "./plan-storm.ts";

/** A storm in some words: `5 gusts, 2 blows, clock +67 min and −3 s, disk full`. */
export function describeStorm({ gusts, blows, clockOffsetMs, setBackMs }: Storm): string {
  if (gusts.length === 0) return "none";
  const ahead = Math.round((clockOffsetMs + setBackMs) / 60_000);
  const clock = [
    ...(ahead > 0 ? [`+${ahead} min`] : []),
    ...(setBackMs > 0 ? [`−${Math.ceil(setBackMs / 1_000)} s`] : []),
  ];
  return [
    `${gusts.length} gusts`,
    `${blows.length} blows`,
    ...(clock.length > 0 ? [`clock ${clock.join(" and ")}`] : []),
    ...(gusts.some(({ faults }) => faults.diskQuotaBytes !== undefined) ? ["disk full"] : []),
  ].join(", ");
}
