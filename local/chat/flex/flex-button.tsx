import type { CSSProperties, ReactNode } from "react";
import type { Button, Surroundings } from "./flex-types.ts";
import { itemStyle } from "./item-style.ts";

const GRAVITY = { top: "flex-start", center: "center", bottom: "flex-end" } as const;

function look({ style, color }: Button): CSSProperties {
  if (style === "primary") return { background: color ?? "#17c950", color: "#ffffff" };
  if (style === "secondary") return { background: color ?? "#dcdfe5", color: "#111111" };
  return { background: "transparent", color: color ?? "#42659a" };
}

export function FlexButton({
  button,
  around,
}: {
  readonly button: Button;
  readonly around: Surroundings;
}): ReactNode {
  const outer: CSSProperties = {
    ...itemStyle(button, around),
    display: "flex",
    flexDirection: "column",
    justifyContent: GRAVITY[button.gravity ?? "top"],
  };
  const height = button.height === "sm" ? "40px" : "52px";
  return (
    <div style={outer}>
      <button
        type="button"
        className="flex-button"
        style={{ ...look(button), height }}
        onClick={(event) => {
          event.stopPropagation();
          around.onAction(button.action);
        }}
      >
        {button.action.label}
      </button>
    </div>
  );
}
