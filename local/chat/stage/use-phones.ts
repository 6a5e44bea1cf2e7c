import { useEffect, useState } from "react";
import * as z from "zod";

const KEY = "egao-phones";
const phonesSchema = z.array(z.object({ phoneId: z.string(), userId: z.string().optional() })).min(1);

export type PhoneSeat = z.infer<typeof phonesSchema>[number];

function newPhone(): PhoneSeat {
  return { phoneId: crypto.randomUUID() };
}

function readPhones(): PhoneSeat[] {
  try {
    return phonesSchema.parse(JSON.parse(localStorage.getItem(KEY) ?? ""));
  } catch {
    // The first visit, or an older form: one phone of nobody.
    return [newPhone()];
  }
}

export interface Phones {
  readonly phones: readonly PhoneSeat[];
  readonly add: () => void;
  readonly remove: (phoneId: string) => void;
  readonly seat: (phoneId: string, userId: string | undefined) => void;
}

/** The phones on the table and who holds them; remembered by the browser. */
export function usePhones(): Phones {
  const [phones, setPhones] = useState(readPhones);
  useEffect(() => localStorage.setItem(KEY, JSON.stringify(phones)), [phones]);
  return {
    phones,
    add: () => setPhones((now) => [...now, newPhone()]),
    remove: (phoneId) =>
      setPhones((now) => (now.length > 1 ? now.filter((one) => one.phoneId !== phoneId) : now)),
    seat: (phoneId, userId) =>
      setPhones((now) =>
        now.map((one) =>
          one.phoneId === phoneId ? { phoneId, ...(userId !== undefined && { userId }) } : one,
        ),
      ),
  };
}
