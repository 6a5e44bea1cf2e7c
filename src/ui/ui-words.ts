import { createContext, useContext } from "react";

/** What the parts themselves say. */
export interface UiWords {
  readonly close: string;
  readonly undo: string;
}

/** Given once by a page, in its language. */
export const UiWordsContext = createContext<UiWords>({ close: "閉じる", undo: "元に戻す" });

export function useUiWords(): UiWords {
  return useContext(UiWordsContext);
}
