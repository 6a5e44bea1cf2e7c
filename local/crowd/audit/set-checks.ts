import { type Check, check, difference } from "./check.ts";
import type { PhotoCase } from "./evening.ts";
import { grouped } from "#domain/grouped";
import { resultsIn } from "./told.ts";

const MOST_IN_CAROUSEL = 12;

/** A4: what the one reply to photos that were sent together says. */
export function setChecks(photos: readonly PhotoCase[]): readonly Check[] {
  const sets = [
    ...grouped(
      photos.filter(({ sent }) => sent.set !== undefined),
      setOf,
    ).values(),
  ];
  const answered = sets.filter((members) => (members[0]?.replies ?? []).length > 0);
  return [
    check("a set's results come in the order of choice", answered, wrongOrder),
    check("a set's reply tells each of its photos once, and no other", answered, wrongResults),
    check(
      "no carousel is larger than LINE takes",
      answered.flatMap((members) => members[0]?.replies ?? []),
      ({ body: { contents }, messageId }) => {
        const size =
          typeof contents === "object" && contents !== null && "contents" in contents
            ? [contents.contents].flat().length
            : 1;
        return size > MOST_IN_CAROUSEL ? `${messageId}: ${size} cards` : undefined;
      },
    ),
  ];
}

const setOf = ({ sent }: PhotoCase): string => sent.set?.id ?? "";

const linkedIn = (members: readonly PhotoCase[]): readonly string[] =>
  resultsIn(members[0]?.replies ?? []).flatMap(({ photoId }) => photoId ?? []);

/** An old phone does not tell in which order its owner chose. */
function wrongOrder(members: readonly PhotoCase[]): string | undefined {
  const indexes = new Map(members.map(({ id, sent }) => [id, sent.set?.index]));
  const told = linkedIn(members).flatMap((id) => indexes.get(id) ?? []);
  return difference(
    members.map(({ id }) => id).join(),
    told,
    told.toSorted((a, b) => a - b),
  );
}

function wrongResults(members: readonly PhotoCase[]): string | undefined {
  const ids = linkedIn(members);
  const known = new Set(members.map(({ id }) => id));
  const strangers = ids.filter((id) => !known.has(id));
  const isTwice = new Set(ids).size < ids.length;
  return strangers.length > 0 || isTwice ? `told ${ids.join()} of ${[...known].join()}` : undefined;
}
