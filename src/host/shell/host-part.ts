import type { IconName } from "../../ui/icon.tsx";

/** The pages of one event, in the order in which an evening needs them. */
export const hostParts = [
  "queue",
  "remote",
  "guests",
  "numbers",
  "export",
  "audit",
  "troubles",
  "rehearsal",
  "settings",
] as const;
export type HostPart = (typeof hostParts)[number];

export const partIcons: Readonly<Record<HostPart, IconName>> = {
  queue: "picture",
  remote: "screen",
  guests: "people",
  numbers: "bars",
  export: "download",
  audit: "list",
  troubles: "warning",
  rehearsal: "play",
  settings: "sliders",
};

/** The page that stands at an address such as `/host/EVENT/queue`. */
export function partOf(pathname: string): HostPart | undefined {
  const name = pathname.split("/")[3];
  return hostParts.find((part) => part === name);
}
