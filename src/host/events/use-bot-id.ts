import { useEffect, useState } from "react";

/** Undefined: not known yet; null: nobody set it up, or it cannot be read. */
export function useBotId(read: () => Promise<string | null>): string | null | undefined {
  const [basicId, setBasicId] = useState<string | null>();
  useEffect(() => {
    let isOver = false;
    const tell = (found: string | null) => {
      if (!isOver) setBasicId(found);
    };
    read().then(tell, () => tell(null));
    return () => {
      isOver = true;
    };
  }, [read]);
  return basicId;
}
