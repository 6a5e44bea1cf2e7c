/** What an alarm of amplify/alarms.ts is about, by its name: `photos-waiting`, `line-worker-errors`, … */
export interface AlarmSubject {
  readonly kind: (typeof kinds)[number] | "other";
  /** The queue, the function, Rekognition's operation, or whose quota it is. */
  readonly of: string;
}

const kinds = [
  "waiting",
  "dead-letters",
  "errors",
  "throttles",
  "busy",
  "throttled",
  "quota",
  "near-their-end",
  "stuck",
] as const;

export function alarmSubject(name: string): AlarmSubject {
  const kind = kinds.find((one) => name.endsWith(`-${one}`));
  return kind === undefined ? { kind: "other", of: name } : { kind, of: name.slice(0, -(kind.length + 1)) };
}
