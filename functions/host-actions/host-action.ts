/** What came of a host's action; as the API answers it. */
export interface HostAction {
  /** Its entry in the trail; missing: nothing was done. */
  readonly entryId?: string;
  /** Photos, or the guest. */
  readonly done: readonly string[];
  readonly refused: readonly RefusedChoice[];
}

export interface RefusedChoice {
  readonly id: string;
  /** `changed`: another host decided meanwhile. */
  readonly why: "changed" | "gone" | "banned" | "off-screen" | "no-picture";
}

export const nothingDone = (refused: readonly RefusedChoice[]): HostAction => ({ done: [], refused });
