import { useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { EventChange } from "../../backend/host-events.ts";
import type { HostRefusal } from "../../backend/host-refusal.ts";
import { useToasts } from "../../ui/toasts.tsx";
import type { SettingsBackend } from "./events-backend.ts";
import { changeOf, rulesIn, settingErrors } from "./read-settings.ts";
import { isRuleSetting, type SettingKey, type SettingsForm } from "./settings-form.ts";
import { useEventsWords } from "./use-events-words.ts";
import type { Draft } from "./use-draft.ts";
import type { LiveEvent } from "./use-event.ts";

/** What the last attempt to save came to; `failed`: nobody answered, it may be saved. */
export type SavingState = "idle" | "saving" | "invalid" | "failed" | "conflict" | "refused" | "gone";

export interface Saving {
  readonly state: SavingState;
  /** What the API named as wrong, if it named something. */
  readonly refused: SettingKey | undefined;
  readonly save: () => Promise<SavingState>;
  readonly reset: () => void;
}

interface Desk {
  readonly backend: SettingsBackend;
  readonly event: HostEvent;
  readonly draft: Draft;
  readonly live: Pick<LiveEvent, "adopt" | "read">;
}

/** Saves what was typed: the settings first, then the rules. What could not be saved stays typed. */
export function useSaving({ backend, event, draft, live }: Desk): Saving {
  const { words } = useEventsWords();
  const { say } = useToasts();
  const [state, setState] = useState<SavingState>("idle");
  const [refused, setRefused] = useState<SettingKey>();

  const refuse = ({ refused: why, words: named }: HostRefusal): SavingState => {
    live.read();
    if (why === "gone") return "gone";
    if (why === "conflict") return "conflict";
    setRefused(keyNamedIn(named, draft.form));
    return "refused";
  };
  const undo = async (change: EventChange, saved: HostEvent) => {
    const answer = await backend.update(event.eventId, saved.version, change).catch(() => null);
    if (answer === null) return say(words.danger.failed);
    if ("refused" in answer) {
      live.read();
      return say(words.saving.conflict);
    }
    live.adopt(answer);
    say(words.saving.undone);
  };
  const attempt = async (): Promise<SavingState> => {
    const sent = draft.form;
    const rules = draft.changed.filter(isRuleSetting);
    const settings = draft.changed.filter((key) => !isRuleSetting(key));
    let saved = event;
    if (settings.length > 0) {
      const answer = await backend.update(event.eventId, event.version, changeOf(sent, settings));
      if ("refused" in answer) return refuse(answer);
      saved = answer;
      live.adopt(saved);
      draft.settle(settings, sent);
    }
    if (rules.length > 0) {
      const answer = await saveRules(backend, saved, sent);
      if ("refused" in answer) return refuse(answer);
      live.adopt(answer);
      live.read();
      draft.settle(rules, sent);
      say(words.saving.saved);
    } else {
      say(words.saving.saved, { undo: () => void undo(formerOf(event, settings), saved) });
    }
    return "idle";
  };
  const save = async () => {
    setRefused(undefined);
    const isWrong = Object.keys(settingErrors(draft.form)).length > 0;
    if (!isWrong) setState("saving");
    const next = isWrong
      ? "invalid"
      : await attempt().catch((error: unknown): SavingState => {
          console.warn("the settings may not have been saved", error);
          live.read();
          return "failed";
        });
    setState(next);
    return next;
  };
  return { state, refused, save, reset: () => setState("idle") };
}

/** The job of their last change says which rules the host saw. */
async function saveRules(
  backend: SettingsBackend,
  seen: HostEvent,
  sent: SettingsForm,
): Promise<HostEvent | HostRefusal> {
  const now = await backend.event(seen.eventId);
  if (now === null) return { refused: "gone", words: "" };
  const rules = rulesIn(sent);
  const job = await backend.changeRules(seen.eventId, rules, seen.rulesJobId);
  if ("refused" in job) return job;
  return { ...now, rules, formerRules: now.rules, rulesJobId: job.jobId, version: now.version + 1 };
}

/** The same settings as they were. */
function formerOf(event: HostEvent, keys: readonly SettingKey[]): EventChange {
  return Object.fromEntries(Object.entries(event).filter(([name]) => keys.some((key) => key === name)));
}

/** `title: too long` names the title. */
function keyNamedIn(words: string, form: SettingsForm): SettingKey | undefined {
  const [name] = /^\w+/.exec(words) ?? [];
  return (Object.keys(form) as SettingKey[]).find((key) => key === name); // Object.keys forgets which keys there are.
}
