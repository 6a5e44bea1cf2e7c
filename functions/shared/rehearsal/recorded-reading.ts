import type { PictureReading } from "../read-picture.ts";

/** Everything that was read on a drawn picture but text, of which there is none. */
export type RecordedReading = Required<Omit<PictureReading, "text">>;
