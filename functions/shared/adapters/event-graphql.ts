import * as z from "zod";
import { eventStates } from "#domain/event";
import { languages } from "#domain/language";
import { usualScreen } from "#domain/screen";
import { awardIds } from "#domain/award-id";
import { stageNames } from "#domain/stage";
import type { EventStore, HostedEvent } from "../ports/event-store.ts";
import { anyShape, claimShape, fromJson } from "./ceremony-shapes.ts";
import { eventOperations as operations } from "./event-operations.ts";
import { eventRulesShape } from "./event-rules-shape.ts";
import type { GraphqlDoor } from "./graphql-door.ts";

const rules = z.preprocess(fromJson, eventRulesShape).exactOptional();

export const hostedEventShape: z.ZodType<HostedEvent> = z.object({
  eventId: z.string(),
  boardId: z.string(),
  joinCode: z.string(),
  title: z.string(),
  language: z.enum(languages),
  theme: z.string(),
  state: z.enum(eventStates),
  opensAt: z.number(),
  closesAt: z.number(),
  retentionEndsAt: z.number(),
  policy: z.enum(["show-first", "review-first"]),
  moderation: z.enum(["off", "assist", "enforce"]),
  keepsAgeAndGender: z.boolean(),
  // Missing in events of older versions.
  allowsPaidMessages: z.boolean().default(false),
  contact: z.string().default(""),
  hasSpotlight: z.boolean().default(usualScreen.hasSpotlight),
  hasCornerQr: z.boolean().default(usualScreen.hasCornerQr),
  hasSound: z.boolean().default(usualScreen.hasSound),
  nameWords: z.array(z.string()).default([]),
  isRehearsal: z.boolean().exactOptional(),
  rules,
  formerRules: rules,
  rulesJobId: z.string().exactOptional(),
  downloadedAt: z.number().exactOptional(),
  stage: z.object({
    name: z.enum(stageNames),
    step: z.number().exactOptional(),
    takesUntil: z.number().exactOptional(),
    result: z.array(z.string()).exactOptional(),
    skipped: z.array(z.string()).exactOptional(),
    alternates: z.boolean().exactOptional(),
    startedAt: z.number().exactOptional(),
    awards: z
      .array(
        z.object({ award: z.enum(awardIds), guestId: z.string(), photoId: z.string(), value: z.number() }),
      )
      .exactOptional(),
    version: z.number(),
  }),
  version: z.number(),
});

const eventSaveShape = z
  .object({ isWon: z.boolean(), event: hostedEventShape.exactOptional() })
  .transform(({ event }) => event);
const bestGuestsShape = z
  .object({ guests: z.array(z.object({ guestId: z.string() })) })
  .transform(({ guests }) => guests.map(({ guestId }) => guestId));
const takenShape = z
  .object({ eventId: z.string() })
  .optional()
  .transform((event) => event !== undefined);

/** Events as hosts order them, behind the GraphQL API. */
export function createEventStore(door: GraphqlDoor): EventStore {
  return {
    hostedEvent: (eventId) => door.call(operations.event, { eventId }, hostedEventShape.optional()),
    isJoinCodeTaken: (joinCode) => door.call(operations.eventOfCode, { joinCode }, takenShape),
    saveEvent: (draft, saving, newRules) =>
      door.call(
        operations.saveEvent,
        {
          eventId: draft.eventId,
          ...saving,
          boardId: draft.boardId,
          joinCode: draft.joinCode,
          title: draft.title,
          language: draft.language,
          theme: draft.theme,
          state: draft.state,
          opensAt: draft.opensAt,
          closesAt: draft.closesAt,
          retentionEndsAt: draft.retentionEndsAt,
          policy: draft.policy,
          moderation: draft.moderation,
          keepsAgeAndGender: draft.keepsAgeAndGender,
          allowsPaidMessages: draft.allowsPaidMessages,
          contact: draft.contact,
          hasSpotlight: draft.hasSpotlight,
          hasCornerQr: draft.hasCornerQr,
          hasSound: draft.hasSound,
          nameWords: draft.nameWords,
          ...(draft.isRehearsal !== undefined && { isRehearsal: draft.isRehearsal }),
          ...(newRules !== undefined && { rules: JSON.stringify(newRules) }),
        },
        eventSaveShape,
      ),
    bestGuests: (eventId, limit) => door.call(operations.bestGuests, { eventId, limit }, bestGuestsShape),
    saveStage: (
      eventId,
      { name, step, takesUntil, result, skipped, alternates, startedAt, awards },
      saving,
    ) =>
      door.call(
        operations.saveStage,
        { eventId, ...saving, name, step, takesUntil, result, skipped, alternates, startedAt, awards },
        claimShape,
      ),
    saveDownload: (eventId, downloadedAt) =>
      door.call(operations.saveDownload, { eventId, downloadedAt }, claimShape),
    publishStage: (eventId) => door.call(operations.publishStage, { eventId }, anyShape),
  };
}
