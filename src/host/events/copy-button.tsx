import type { ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { useToasts } from "../../ui/toasts.tsx";
import { useEventsWords } from "./use-events-words.ts";

/** Copies a text and says whether that went well. */
export function CopyButton({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const { join } = useEventsWords().words;
  const { say } = useToasts();
  const copy = async () => {
    // Refused where the page does not have the focus or is not served safely.
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    say(isCopied ? join.copied : join.copyFailed);
  };
  return <Button onClick={() => void copy()}>{children}</Button>;
}
