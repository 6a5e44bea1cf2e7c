import type { ChatChange } from "./chat.ts";

type Listener = (change: ChatChange) => void;

/** Tells every listener what changes in the chats. */
export class LiveFeed {
  readonly #listeners = new Set<Listener>();

  publish(change: ChatChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Returns the way to stop listening. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
