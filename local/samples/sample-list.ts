import { FACELESS_PICTURES } from "./faceless-pictures.ts";
import { GROUP_PICTURES } from "./group-pictures.ts";
import { PORTRAITS } from "./portraits.ts";
import type { Sample } from "./sample.ts";

export const SAMPLES: readonly Sample[] = [...PORTRAITS, ...GROUP_PICTURES, ...FACELESS_PICTURES];
