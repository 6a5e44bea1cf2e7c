import { useId } from "react";
import type { Box } from "#domain/face";

/** Darkens the picture around what is lit. */
export function Shade({ boxes }: { readonly boxes: readonly Box[] }) {
  const mask = useId();
  return (
    <svg className="print__shade" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      <mask id={mask}>
        <rect width="1" height="1" fill="#fff" />
        {boxes.map(({ left, top, width, height }, index) => (
          <rect key={index} x={left} y={top} width={width} height={height} rx="0.012" fill="#000" />
        ))}
      </mask>
      <rect width="1" height="1" mask={`url(#${mask})`} />
    </svg>
  );
}
