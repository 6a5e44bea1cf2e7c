import { type ScreenSettings, usualScreen } from "#domain/screen";
import { type Switch, useSwitch } from "./use-switch.ts";

export interface ScreenSwitches {
  readonly spotlight: Switch;
  readonly cornerQr: Switch;
  readonly sound: Switch;
}

/** B12: what stands on this screen: as hosts have it, or as its operator says by the keys S, Q and M. */
export function useScreenSwitches(boardId: string, screen: ScreenSettings = usualScreen): ScreenSwitches {
  return {
    spotlight: useSwitch({ boardId, name: "spotlight", key: "s", isUsual: screen.hasSpotlight }),
    cornerQr: useSwitch({ boardId, name: "qr", key: "q", isUsual: screen.hasCornerQr }),
    sound: useSwitch({ boardId, name: "sound", key: "m", isUsual: screen.hasSound }),
  };
}
