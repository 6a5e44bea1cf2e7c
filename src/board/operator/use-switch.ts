import { useCallback, useState } from "react";
import { forget, keep, keptWord } from "./kept-word.ts";
import { useKey } from "./use-key.ts";

interface Asked {
  readonly boardId: string;
  /** Also the parameter of the address that goes before all else: `?spotlight=off`. */
  readonly name: string;
  /** Turns it on and off. */
  readonly key: string;
  /** As the event has it. */
  readonly isUsual: boolean;
}

/** Something of the event that may be otherwise on this screen. */
export interface Switch {
  readonly isOn: boolean;
  /** Otherwise than the event has it. */
  readonly isOwn: boolean;
}

/**
 * Follows the event, until it is switched on this computer; that stays so through reloads. Switched back to what the event
 * has, it follows the event again.
 */
export function useSwitch({ boardId, name, key, isUsual }: Asked): Switch {
  const place = `egao:board:${boardId}:${name}`;
  const [own, setOwn] = useState(() => {
    const said = new URLSearchParams(location.search).get(name) ?? keptWord(() => localStorage, place);
    return said === "on" ? true : said === "off" ? false : null;
  });
  const isOn = own ?? isUsual;
  const toggle = useCallback(() => {
    const isBack = !isOn === isUsual;
    setOwn(isBack ? null : !isOn);
    if (isBack) forget(() => localStorage, place);
    else keep(() => localStorage, place, isOn ? "off" : "on");
  }, [isOn, isUsual, place]);
  useKey(key, toggle);
  return { isOn, isOwn: isOn !== isUsual };
}
