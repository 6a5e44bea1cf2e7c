import { useScriptWords } from "./use-script-words.ts";

/** What the MC waits for. */
export function NextCue({ children }: { readonly children: string }) {
  const words = useScriptWords();
  return (
    <section className="cue" aria-labelledby="cue-title">
      <h2 className="cue__title" id="cue-title">
        {words.next}
      </h2>
      <p className="cue__text">{children}</p>
    </section>
  );
}
