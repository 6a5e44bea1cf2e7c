import type { Language } from "#domain/language";
import { hostAuditWords } from "#domain/words/host-audit";
import type { AuditFactWords } from "#domain/words/host-audit-words";
import { ruleChanges } from "#domain/words/rules";
import { parseEventRules } from "../../backend/event-rules.ts";
import type { AuditEntry } from "../../backend/host-audit-entry.ts";
import { isRecord } from "../../backend/parse.ts";
import { settingName, settingValue, stageName } from "./told-values.ts";
import { isAboutGuest, isAboutSettings, touchedPhotos } from "./touched.ts";

/** One thing that is otherwise now, in words. */
export interface ChangedFact {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What an entry changed, one line each. */
export function changedFacts(entry: AuditEntry, language: Language): readonly ChangedFact[] {
  const { facts } = hostAuditWords[language];
  const photos = touchedPhotos(entry);
  if (photos.length > 0) return photoFacts(entry, facts);
  if (isAboutGuest(entry)) return guestFacts(entry, facts);
  if (isAboutSettings(entry)) return settingFacts(entry, facts, language);
  switch (entry.action) {
    case "changeRules":
    case "undoRules":
      return ruleFacts(entry, language);
    case "setStage":
      return [
        {
          name: facts.stage,
          before: stageName(entry.before, facts),
          after: stageName(entry.after, facts),
        },
      ];
    default:
      return [];
  }
}

/** Photos of which the same was said count together. */
function photoFacts(entry: AuditEntry, facts: AuditFactWords): readonly ChangedFact[] {
  const counts = new Map<string, { readonly before: string; readonly after: string; count: number }>();
  for (const { before, after } of touchedPhotos(entry)) {
    const key = `${before} ${after}`;
    const known = counts.get(key) ?? { before: facts.says[before], after: facts.says[after], count: 0 };
    known.count += 1;
    counts.set(key, known);
  }
  return [...counts.values()].map(({ count, before, after }) => ({
    name: facts.photos(count),
    before,
    after,
  }));
}

function guestFacts({ before, after }: AuditEntry, facts: AuditFactWords): readonly ChangedFact[] {
  const tell = guestValues(facts);
  return Object.keys(tell).flatMap((member) => {
    const fact = tell[member];
    if (fact === undefined || !isRecord(after) || !(member in after)) return [];
    const former = isRecord(before) ? before[member] : undefined;
    return [{ name: fact.name, before: fact.value(former), after: fact.value(after[member]) }];
  });
}

function guestValues(
  facts: AuditFactWords,
): Readonly<Record<string, { readonly name: string; readonly value: (of: unknown) => string }>> {
  const text = (of: unknown) => (typeof of === "string" && of !== "" ? of : facts.none);
  return {
    displayName: { name: facts.displayName, value: text },
    reading: { name: facts.reading, value: text },
    isExcluded: {
      name: facts.ranking,
      value: (of) => (of === true ? facts.notInRanking : facts.inRanking),
    },
    isBanned: {
      name: facts.takingPart,
      value: (of) => (of === true ? facts.banned : facts.takesPart),
    },
  };
}

/** Rules that this page cannot read are told by nothing but the sentence. */
function ruleFacts({ before, after }: AuditEntry, language: Language): readonly ChangedFact[] {
  try {
    return ruleChanges(parseEventRules(before), parseEventRules(after), language);
  } catch (error) {
    console.warn("rules in the trail could not be read", error);
    return [];
  }
}

function settingFacts(
  { before, after }: AuditEntry,
  facts: AuditFactWords,
  language: Language,
): readonly ChangedFact[] {
  if (!isRecord(after)) return [];
  const former = isRecord(before) ? before : {};
  return Object.entries(after).map(([key, value]) => ({
    name: settingName(key, facts, language),
    before: settingValue(key, former[key], facts, language),
    after: settingValue(key, value, facts, language),
  }));
}
