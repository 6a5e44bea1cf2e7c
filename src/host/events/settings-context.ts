import { createContext, useContext } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import type { SettingErrors } from "./read-settings.ts";
import type { SettingsForm } from "./settings-form.ts";
import type { Draft } from "./use-draft.ts";

/** What the sections of the page of settings share. */
export interface SettingsDesk extends Pick<Draft, "form" | "set" | "drop" | "overtaken"> {
  readonly event: HostEvent;
  /** What is saved. */
  readonly saved: SettingsForm;
  readonly errors: SettingErrors;
}

const Context = createContext<SettingsDesk | null>(null);

export const SettingsDeskProvider = Context.Provider;

export function useSettingsDesk(): SettingsDesk {
  const desk = useContext(Context);
  if (desk === null) throw new Error("a part of the settings is rendered without them");
  return desk;
}
