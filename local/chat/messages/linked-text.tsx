import type { ReactNode } from "react";

const ADDRESS = /(https?:\/\/[^\s<>"'、。」)]+)/u;

/** Words whose web addresses can be tapped. */
export function LinkedText({
  text,
  onOpen,
}: {
  readonly text: string;
  readonly onOpen: (url: string) => void;
}): ReactNode {
  return text.split(ADDRESS).map((part, at) =>
    ADDRESS.test(part) ? (
      <button type="button" className="link" key={at} onClick={() => onOpen(part)}>
        {part}
      </button>
    ) : (
      <span key={at}>{part}</span>
    ),
  );
}
