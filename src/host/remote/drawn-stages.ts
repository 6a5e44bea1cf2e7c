import type { StageName } from "#domain/stage";

/** What the board has pictures for so far; in every other stage it goes on showing the ranking. */
export const drawnStages: readonly StageName[] = ["ranking"];
