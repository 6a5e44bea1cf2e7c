import { type ErrorDetail, LineError, unsupported } from "../wire/line-error.ts";
import { isRecord } from "../wire/parse-json.ts";
import { list } from "./check.ts";
import { flexContainer } from "./flex-container.ts";
import { message, typeOf, UNSUPPORTED_TYPES } from "./message.ts";
import { Place } from "./place.ts";

const MAX_MESSAGES = 5;

/** A message object that passed LINE's limits. */
export type BotMessage = Readonly<Record<string, unknown>> & { readonly type: string };

export function refuse(issues: readonly ErrorDetail[]): never {
  throw new LineError(400, `The request body has ${issues.length} error(s)`, { details: issues });
}

function checkFlex(messages: readonly BotMessage[]): void {
  for (const [index, one] of messages.entries()) {
    if (one.type !== "flex") continue;
    const details: ErrorDetail[] = [];
    flexContainer(one["contents"], Place.flex(details));
    if (details.length > 0)
      throw new LineError(400, `A message (messages[${index}]) in the request body is invalid`, { details });
  }
}

function isMessage(value: unknown): value is BotMessage {
  return isRecord(value) && typeof value["type"] === "string";
}

/** Checks the member `messages` of a request against LINE's limits; throws a `LineError` 400 with all details. */
export function parseMessages(body: Readonly<Record<string, unknown>>): BotMessage[] {
  const given = body["messages"];
  const types = Array.isArray(given) ? given.map(typeOf) : [];
  for (const type of types)
    if (type !== undefined && UNSUPPORTED_TYPES.includes(type))
      throw unsupported(`The message type "${type}"`);
  const issues: ErrorDetail[] = [];
  const at = Place.request(issues).child("messages");
  if (given === undefined || given === null) at.fail("May not be empty");
  else list(1, MAX_MESSAGES, message)(given, at);
  if (issues.length > 0 || !Array.isArray(given)) refuse(issues);
  const messages = given.filter(isMessage);
  checkFlex(messages);
  return messages;
}
