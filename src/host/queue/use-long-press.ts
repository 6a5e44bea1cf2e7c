import { type PointerEvent, useRef } from "react";

const LONG_MS = 450;
/** A finger that goes on moving scrolls. */
const SLACK_PX = 10;

/** A long press with a finger; the click that follows it is told by `wasLong`. */
export function useLongPress(act: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef({ x: 0, y: 0 });
  const isLong = useRef(false);
  const end = () => clearTimeout(timer.current);
  return {
    wasLong: () => isLong.current,
    listeners: {
      onPointerDown: ({ pointerType, clientX, clientY }: PointerEvent) => {
        isLong.current = false;
        end();
        if (pointerType === "mouse") return;
        start.current = { x: clientX, y: clientY };
        timer.current = setTimeout(() => {
          isLong.current = true;
          act();
        }, LONG_MS);
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        if (Math.hypot(clientX - start.current.x, clientY - start.current.y) > SLACK_PX) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu: (event: { preventDefault(): void }) => {
        // A long press on a picture would open the browser's menu.
        if (isLong.current) event.preventDefault();
      },
    },
  };
}
