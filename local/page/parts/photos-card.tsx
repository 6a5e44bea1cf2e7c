import type { ReactNode } from "react";
import type { StackState } from "../../stack/stack-state.ts";
import { clockTime } from "../state/spans.ts";
import { waysOfPhotos, type WayOfPhoto } from "../state/ways-of-photos.ts";

const SHOWN = 8;
const SHOWN_DIGITS = 7;

/** What happened to the last photos, each on its own way. */
export function PhotosCard({ state }: { readonly state: StackState }): ReactNode {
  const ways = waysOfPhotos(state.photos).slice(0, SHOWN);
  return (
    <section className="card photos" aria-labelledby="photos-title">
      <header>
        <h2 id="photos-title">Photos on their way</h2>
      </header>
      {ways.length === 0 ? (
        <p className="empty">
          None yet. <a href={state.endpoints.chatUrl}>Send one from the chat.</a>
        </p>
      ) : (
        <ol className="ways">
          {ways.map((way) => (
            <Way key={way.photo} way={way} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Way({ way: { photo, steps, at, state } }: { readonly way: WayOfPhoto }): ReactNode {
  return (
    <li className="way" data-state={state}>
      <p className="which">
        <span className="dot" />
        <span className="unseen">{state}</span>
        <code title={photo}>…{photo.slice(-SHOWN_DIGITS)}</code>
        <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>
      </p>
      <ol className="steps">
        {steps.map((step, index) => (
          // The same thing may happen twice in the same millisecond.
          // eslint-disable-next-line react/no-array-index-key
          <li key={`${step.at} ${index}`} data-level={step.level}>
            {step.text}
          </li>
        ))}
      </ol>
    </li>
  );
}
