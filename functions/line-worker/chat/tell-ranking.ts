import type { EventSettings } from "#domain/event";
import { placeOf, rank } from "#domain/ranking";
import type { StageName } from "#domain/stage";
import { scoreKey } from "#domain/standing";
import type { Guest } from "../../shared/ports/ceremony-store.ts";
import type { Answer, RankingCard } from "../../shared/ports/guest-messenger.ts";
import { together } from "../../shared/together.ts";
import { type Asker, type CommandPorts, guestKeyOf } from "./asker.ts";
import { nowhere } from "../guests/find-event.ts";

const TOP = 5;
/** The room is kept in suspense. */
const secretStages: ReadonlySet<StageName> = new Set(["frozen", "reveal"]);

/** K2: the head of the ranking, and the asker's own place. */
export async function tellRanking(ports: CommandPorts, asker: Asker): Promise<Answer> {
  const { event, language, isJoined } = asker;
  if (event === undefined) return { kind: "refused", reason: nowhere(asker), language };
  // E6
  if (event.state === "archived") return { kind: "refused", reason: "closed", language, event };
  const { store } = ports;
  const [stage, top, guest] = await together([
    store.stageOf(event.eventId),
    store.topGuests(event.eventId, TOP),
    isJoined ? store.guest(guestKeyOf(ports, event, asker)) : undefined,
  ] as const);
  if (secretStages.has(stage)) return { kind: "note", language, note: "ranking-secret", name: "" };
  if (guest?.bannedAt !== undefined) return { kind: "refused", reason: "banned", language, event };
  const own = guest && (await ownPlace(ports, event, guest));
  return {
    kind: "ranking",
    language,
    top: rank(top).map(({ place, displayName, score }) => ({ place, displayName, score })),
    ...(own !== undefined && { own }),
    isExcluded: guest !== undefined && (guest.isExcluded || guest.isOffScreen),
  };
}

async function ownPlace(
  { store }: Pick<CommandPorts, "store">,
  { eventId }: EventSettings,
  { score, rankKey }: Guest,
): Promise<RankingCard["own"]> {
  if (score === undefined || rankKey === undefined) return undefined;
  const { above, isComplete, ladder } = await store.place(eventId, scoreKey(score));
  return { place: placeOf(score, above, isComplete, ladder), score };
}
