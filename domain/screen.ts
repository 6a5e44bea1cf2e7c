/** What a host decides about the screen of an event, on all its stages; a key on the projector's computer may say otherwise. */
export interface ScreenSettings {
  /** B9: the moment of a new high score. */
  readonly hasSpotlight: boolean;
  /** The way in, in a corner of the stages in which photos count. */
  readonly hasCornerQr: boolean;
  readonly hasSound: boolean;
}

/** Of an event of which no host said otherwise. */
export const usualScreen: ScreenSettings = { hasSpotlight: true, hasCornerQr: true, hasSound: false };
