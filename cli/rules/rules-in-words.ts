import type { EventRules } from "#domain/event-rules";
import type { MissionGoal } from "#domain/mission";
import type { StandingRule } from "#domain/standing-rule";

/** Every rule by its name. */
export function rulesInWords({
  scoring,
  standing,
  photosPerGuest,
  labels,
  missions,
  bannedWords,
  treatments = {},
}: EventRules): ReadonlyMap<string, string> {
  const { faceCap, minFaceSize, minFaceConfidence } = scoring;
  return new Map([
    [
      "faces that count",
      faceCap === undefined ? "all" : faceCap === 1 ? "the happiest" : `the ${faceCap} happiest`,
    ],
    [
      "smallest face",
      minFaceSize === undefined ? "any" : `${percent(minFaceSize * 100)} of the picture's side`,
    ],
    [
      "sureness of a face",
      minFaceConfidence === undefined ? "any" : `at least ${percent(minFaceConfidence)}`,
    ],
    ["a guest's score", standings[standing]],
    ["photos of a guest", photosPerGuest === undefined ? "any number" : `at most ${photosPerGuest}`],
    [
      "labels",
      labels === undefined
        ? "not asked for"
        : `${labels.most}, at least ${percent(labels.minConfidence)} sure`,
    ],
    ["missions", listed(missions.map(({ title, goal }) => `${title} (${goalInWords(goal)})`))],
    ["banned words", listed(bannedWords)],
    [
      "moderation",
      listed(
        Object.entries(treatments).map((pair) => pair.join(": ")),
        "as at every ceremony",
      ),
    ],
  ]);
}

/** What differs, a line each: `name: before → after`. */
export function changesInWords(before: EventRules, after: EventRules): readonly string[] {
  const old = rulesInWords(before);
  return [...rulesInWords(after)].flatMap(([name, words]) =>
    old.get(name) === words ? [] : [`${name}: ${old.get(name)} → ${words}`],
  );
}

const standings: Readonly<Record<StandingRule, string>> = {
  best: "the best photo",
  "best-three": "the three best photos together",
  diminishing: "all photos, each worth less than the one before",
};

function goalInWords(goal: MissionGoal): string {
  switch (goal.kind) {
    case "label":
      return goal.count === 1 ? goal.label : `${goal.count} × ${goal.label}`;
    case "faces":
      return `${goal.exactly ? "exactly" : "at least"} ${goal.count} faces`;
    case "everybody-smiles":
      return `all of at least ${goal.count} faces smile`;
  }
}

const percent = (share: number): string => `${Number(share.toFixed(1))} %`;
const listed = (words: readonly string[], none = "none"): string =>
  words.length === 0 ? none : words.join(", ");
