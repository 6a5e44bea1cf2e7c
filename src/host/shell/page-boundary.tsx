import { type ReactNode, useState } from "react";
import { useLocation } from "react-router";
import { hostShellWords } from "#domain/words/host-shell";
import { Button } from "../../ui/button.tsx";
import { ErrorBoundary } from "../../ui/error-boundary.tsx";
import { useHostLanguage } from "./language.tsx";
import { Message } from "./message.tsx";

/** Keeps the failure of a page inside it: the frame stays, and another page can be gone to. */
export function PageBoundary({ children }: { readonly children: ReactNode }) {
  const words = hostShellWords[useHostLanguage()];
  // Not the whole address: a page may keep its own state in the rest of it.
  const page = useLocation().pathname.split("/").slice(0, 4).join("/");
  const [attempt, setAttempt] = useState(0);
  const again = <Button onClick={() => setAttempt(attempt + 1)}>{words.tryAgain}</Button>;
  return (
    <ErrorBoundary
      key={`${page} ${attempt}`}
      fallback={
        <Message title={words.failedTitle} hint={words.failedHint}>
          {again}
        </Message>
      }
    >
      {children}
    </ErrorBoundary>
  );
}
