import { type EventRules, seedRules } from "#domain/event-rules";
import type { Mission, MissionGoal } from "#domain/mission";
import type { Treatments } from "#domain/moderation";
import { standingRules } from "#domain/standing-rule";
import { flag, list, number, optional, record, text } from "./parse.ts";

/** Rules as the API writes them, a JSON text. Null and missing are what every event begins with. Throws on others. */
export function parseEventRules(json: unknown): EventRules {
  if (json === null || json === undefined) return seedRules;
  const source = record(typeof json === "string" ? JSON.parse(json) : json, "rules");
  const labels = optional(source, "labels", (from, key) => {
    const wanted = record(from[key], key);
    return { minConfidence: number(wanted, "minConfidence"), most: number(wanted, "most") };
  });
  const photosPerGuest = optional(source, "photosPerGuest", number);
  const treatments = optional(source, "treatments", parseTreatments);
  const standing = standingRules.find((known) => known === source["standing"]);
  if (standing === undefined) throw new Error("standing is not known");
  return {
    scoring: parseScoring(record(source["scoring"], "scoring")),
    standing,
    ...(photosPerGuest !== null && { photosPerGuest }),
    ...(treatments !== null && { treatments }),
    ...(labels !== null && { labels }),
    missions: list(source, "missions", parseMission),
    bannedWords: list(source, "bannedWords", String),
  };
}

function parseScoring(source: Record<string, unknown>): EventRules["scoring"] {
  const faceCap = optional(source, "faceCap", number);
  const minFaceSize = optional(source, "minFaceSize", number);
  const minFaceConfidence = optional(source, "minFaceConfidence", number);
  return {
    ...(faceCap !== null && { faceCap }),
    ...(minFaceSize !== null && { minFaceSize }),
    ...(minFaceConfidence !== null && { minFaceConfidence }),
  };
}

function parseTreatments(from: Record<string, unknown>, key: string): Treatments {
  const treatments = record(from[key], key);
  return Object.fromEntries(
    Object.entries(treatments).map(([label, treatment]) => {
      if (treatment === "block" || treatment === "review" || treatment === "ignore")
        return [label, treatment];
      throw new Error(`${label} has no treatment that is known`);
    }),
  );
}

function parseMission(value: unknown): Mission {
  const source = record(value, "mission");
  return {
    missionId: text(source, "missionId"),
    title: text(source, "title"),
    goal: parseGoal(record(source["goal"], "goal")),
  };
}

function parseGoal(goal: Record<string, unknown>): MissionGoal {
  const count = number(goal, "count");
  switch (goal["kind"]) {
    case "label":
      return { kind: "label", label: text(goal, "label"), count };
    case "faces":
      return { kind: "faces", count, exactly: flag(goal, "exactly") };
    case "everybody-smiles":
      return { kind: "everybody-smiles", count };
    default:
      throw new Error("goal is of no kind that is known");
  }
}
