import { type ReactNode, useEffect, useState } from "react";
import { describe, fetchSamples, type Sample } from "../talk/surroundings.ts";
import { language, words } from "../words/words.ts";

interface SampleTrayProps {
  /** The chosen samples in the order of their choice. */
  readonly onSend: (samples: readonly Sample[]) => void;
}

function useSamples(): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    let isShown = true;
    fetchSamples().then(
      (found) => isShown && setSamples(found),
      // Without samples there are still one's own photos, as the tray says.
      () => isShown && setSamples([]),
    );
    return () => {
      isShown = false;
    };
  }, []);
  return samples;
}

/** Drawn photos to choose from, one or several at once as in a phone's album. */
export function SampleTray({ onSend }: SampleTrayProps): ReactNode {
  const samples = useSamples();
  const [chosen, setChosen] = useState<readonly Sample[]>([]);
  const toggle = (sample: Sample) =>
    setChosen(chosen.includes(sample) ? chosen.filter((one) => one !== sample) : [...chosen, sample]);
  if (samples.length === 0) return <p className="tray tray-note">{words.noSamples}</p>;
  return (
    <section className="tray" aria-label={words.samples}>
      <div className="samples">
        {samples.map((sample) => {
          const place = chosen.indexOf(sample) + 1;
          return (
            <button
              type="button"
              key={sample.name}
              aria-pressed={place > 0}
              aria-label={describe(sample, language)}
              title={describe(sample, language)}
              onClick={() => toggle(sample)}
            >
              <img src={sample.url} alt="" loading="lazy" draggable={false} />
              <span className="choice">{place > 0 && place}</span>
            </button>
          );
        })}
      </div>
      {chosen.length > 0 && (
        <button type="button" className="primary tray-send" onClick={() => onSend(chosen)}>
          {words.sendPhotos(chosen.length)}
        </button>
      )}
    </section>
  );
}
