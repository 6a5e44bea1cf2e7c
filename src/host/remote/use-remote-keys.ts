import { useEffect, useEffectEvent } from "react";
import { mayFollow, type StageMark, type StageWish, stageNames } from "#domain/stage";
import { backOf, forwardOf, wishOf } from "./stage-moves.ts";

/** Numbers choose a stage; in a reveal, arrows, page keys (as clickers send them) and space take steps. */
export function useRemoteKeys(stage: StageMark, minutes: number, press: (target: StageWish) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const target = targetOf(event, stage, minutes);
    if (target === undefined) return;
    event.preventDefault();
    press(target);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function targetOf(event: KeyboardEvent, stage: StageMark, minutes: number): StageWish | undefined {
  if (event.repeat || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey)
    return undefined;
  if (document.querySelector("dialog[open]") !== null || isTyping(event.target)) return undefined;
  switch (event.key) {
    case "ArrowRight":
    case "PageDown":
      return forwardOf(stage);
    case "ArrowLeft":
    case "PageUp":
      return backOf(stage);
    case " ":
      // A button that has the focus is pressed by it.
      return isControl(event.target) ? undefined : forwardOf(stage);
    default:
      return stageOfKey(event.key, stage, minutes);
  }
}

function stageOfKey(key: string, stage: StageMark, minutes: number): StageWish | undefined {
  const name = stageNames[Number(key) - 1];
  if (name === undefined || (name === stage.name && name !== "replay")) return undefined;
  const target = wishOf(name, minutes);
  return mayFollow(stage, target) ? target : undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, summary") !== null;
}
