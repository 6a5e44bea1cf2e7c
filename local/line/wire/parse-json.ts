import { LineError } from "./line-error.ts";

function placeOf(text: string, position: number): string {
  const before = text.slice(0, position).split("\n");
  return `(line: ${before.length}, column: ${(before.at(-1) ?? "").length + 1})`;
}

/** Parses a JSON object; throws LINE's 400 with the place of the first mistake. */
export function parseJson(body: Buffer): Record<string, unknown> {
  const text = body.toString("utf8");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/u.exec(String(error))?.[1];
    const place = placeOf(text, position === undefined ? text.length : Number(position));
    throw new LineError(400, `The request body could not be parsed as JSON ${place}`);
  }
  if (!isRecord(value)) throw new LineError(400, "The request body must be a JSON object");
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
