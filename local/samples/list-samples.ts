import { SAMPLES } from "./sample-list.ts";
import type { Sample, SampleDescription } from "./sample.ts";

export interface SampleEntry {
  /** For `renderSample`. */
  readonly name: string;
  readonly description: SampleDescription;
  /** How many people are drawn. */
  readonly people: number;
  readonly mood: Sample["mood"];
}

/** What the chat offers to somebody who has no photo at hand. */
export function listSamples(): SampleEntry[] {
  return SAMPLES.map(({ name, description, people, mood }) => ({
    name,
    description,
    people: people.length,
    mood,
  }));
}
