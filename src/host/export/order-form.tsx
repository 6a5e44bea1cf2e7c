import { useId, useState } from "react";
import { type ExportImages, exportImages } from "#domain/event-export";
import { hostExportWords } from "#domain/words/host-export";
import { Button } from "../../ui/button.tsx";
import { Segments } from "../../ui/segments.tsx";
import { useHostLanguage } from "../shell/language.tsx";

interface Props {
  /** There is one already, which a new one takes away. */
  readonly isAgain: boolean;
  readonly busy: boolean;
  readonly onOrder: (images: ExportImages) => void;
}

/** What is to be taken away. */
export function OrderForm({ isAgain, busy, onOrder }: Props) {
  const words = hostExportWords[useHostLanguage()];
  const [images, setImages] = useState<ExportImages>("originals");
  const titleId = useId();
  return (
    <section className="export__order" aria-labelledby={titleId}>
      <h2 id={titleId}>{isAgain ? words.orderAgain : words.order}</h2>
      <Segments
        label={words.images}
        choices={exportImages}
        chosen={images}
        choose={setImages}
        textOf={(one) => words.imagesNames[one]}
        isWide
      />
      <p className="export__hint">{words.imagesHints[images]}</p>
      <ul className="export__contents">
        {words.contents.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {isAgain && <p className="export__hint">{words.againHint}</p>}
      <Button kind="primary" busy={busy} onClick={() => onOrder(images)}>
        {words.begin}
      </Button>
    </section>
  );
}
