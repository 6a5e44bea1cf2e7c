export type Fields = Record<string, unknown>;

export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a JSON round trip leaves: no `undefined`, no functions, no shared references; `undefined` becomes null. */
export function plainCopy(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as unknown);
}

export function plainRecord(value: unknown): Fields {
  const copy = plainCopy(value);
  return isRecord(copy) ? copy : {};
}

export function own(source: unknown, name: string): unknown {
  return isRecord(source) && Object.hasOwn(source, name) ? source[name] : undefined;
}

/** Bytes of a value as JSON. */
export function byteLength(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? "");
}
