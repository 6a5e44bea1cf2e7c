import type { SettingsBackend } from "../events/events-backend.ts";
import type { ResultBackend } from "../result/result-backend.ts";

/** What printed things need from outside. */
export interface PrintBackend extends ResultBackend, Pick<SettingsBackend, "botBasicId"> {}
