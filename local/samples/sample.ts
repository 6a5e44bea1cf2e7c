import type { BackdropName } from "./backdrop.ts";
import type { Foreground } from "./foreground.ts";
import type { MoodName, PlacedPerson } from "./person.ts";

export interface SampleDescription {
  readonly ja: string;
  readonly en: string;
  readonly "zh-Hant": string;
}

export interface Sample {
  readonly name: string;
  readonly description: SampleDescription;
  /** What the people show; `mixed` when they differ, `none` where no face can be read. */
  readonly mood: MoodName | "mixed" | "none";
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly backdrop: BackdropName;
  readonly people: readonly PlacedPerson[];
  readonly foreground?: Foreground;
  /** 0..1, black over everything. */
  readonly darkness?: number;
}

export const words = (ja: string, en: string, zh: string): SampleDescription => ({ ja, en, "zh-Hant": zh });
export const landscape = { width: 1280, height: 960 } as const;
export const upright = { width: 960, height: 1280 } as const;
export const panorama = { width: 1280, height: 440 } as const;
