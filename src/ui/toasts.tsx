import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import { Toast } from "./toast.tsx";
import "./toasts.css";

interface Said {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => void;
}

export interface ToastOptions {
  /** Offers to take back what was done. */
  readonly undo?: () => void;
}

interface ToastTalk {
  /** Tells what has happened, for at least eight seconds and while it is pointed at or focused. */
  readonly say: (text: string, options?: ToastOptions) => void;
}

const Talk = createContext<ToastTalk>({ say: () => {} });

/** Older ones make room: more cannot be read at once. */
const MOST = 3;

/** The place where short messages appear, and the way to say them for all children. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const lastId = useRef(0);
  const take = useCallback((id: number) => setSaid((all) => all.filter((one) => one.id !== id)), []);
  const talk = useMemo<ToastTalk>(
    () => ({
      say: (text, options = {}) => {
        const one = { id: (lastId.current += 1), text, ...options };
        setSaid((all) => [...all, one].slice(-MOST));
      },
    }),
    [],
  );
  return (
    <Talk value={talk}>
      {children}
      <output className="toasts" aria-live="polite">
        {said.map(({ id, text, undo }) => (
          <Toast key={id} text={text} onGone={() => take(id)} {...(undo !== undefined && { undo })} />
        ))}
      </output>
    </Talk>
  );
}

export function useToasts(): ToastTalk {
  return useContext(Talk);
}
