import type { HTMLAttributes } from "react";
import type { Action, OnAction } from "./flex-types.ts";

/** Makes an element a button when it has an action. */
export function tappable(action: Action | undefined, onAction: OnAction): HTMLAttributes<HTMLElement> {
  if (action === undefined) return {};
  return {
    role: "button",
    tabIndex: 0,
    "aria-label": action.label,
    onClick: (event) => {
      // A box in a bubble with an action of its own: the inner one counts.
      event.stopPropagation();
      onAction(action);
    },
    onKeyDown: (event) => {
      if (event.key === "Enter" || event.key === " ") onAction(action);
    },
  };
}
