import { useCallback, useState } from "react";
import { keep, keptWord } from "./kept-word.ts";
import { useKey } from "./use-key.ts";

interface Asked {
  readonly boardId: string;
  /** Also the parameter of the address that goes before all else: `?spotlight=off`. */
  readonly name: string;
  /** Turns it on and off. */
  readonly key: string;
  readonly isOnAtFirst: boolean;
}

/** Something that may be switched on this computer, for this event; it stays so through reloads. */
export function useSwitch({ boardId, name, key, isOnAtFirst }: Asked): boolean {
  const place = `egao:board:${boardId}:${name}`;
  const [isOn, setOn] = useState(() => {
    const said = new URLSearchParams(location.search).get(name) ?? keptWord(() => localStorage, place);
    return said === "on" || (said !== "off" && isOnAtFirst);
  });
  const toggle = useCallback(() => {
    setOn(!isOn);
    keep(() => localStorage, place, isOn ? "off" : "on");
  }, [isOn, place]);
  useKey(key, toggle);
  return isOn;
}
