import type { ReactNode } from "react";
import { FlexBubble } from "./flex-bubble.tsx";
import type { Container, OnAction } from "./flex-types.ts";

export interface FlexContainerProps {
  readonly contents: Container;
  /** Read aloud instead of the card's parts. */
  readonly altText: string;
  readonly onAction: OnAction;
}

/** A Flex message as LINE draws it. */
export function FlexContainer({ contents, altText, onAction }: FlexContainerProps): ReactNode {
  switch (contents.type) {
    case "bubble":
      return (
        <figure className="flex" aria-label={altText}>
          <FlexBubble bubble={contents} onAction={onAction} />
        </figure>
      );
    case "carousel":
      return (
        <figure className="flex flex-carousel" aria-label={altText}>
          {contents.contents.map((bubble, at) => (
            // Bubbles have no identity of their own and never move.
            <FlexBubble key={at} bubble={bubble} onAction={onAction} />
          ))}
        </figure>
      );
  }
}
