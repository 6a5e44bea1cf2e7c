import { type FormEvent, useEffect, useId, useState } from "react";
import { mostOfRehearsal } from "#domain/rehearsal";
import { readingCost, readingsPerPhoto } from "#domain/rehearsal-cost";
import type { RehearsalWish } from "#domain/rehearsal-progress";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Segments } from "../../ui/segments.tsx";
import { Switch } from "../../ui/switch.tsx";
import { NumberInput } from "../events/number-input.tsx";
import { inDollars } from "./in-dollars.ts";
import type { RehearsalBackend } from "./rehearsal-backend.ts";
import {
  presetNames,
  presetOf,
  readMember,
  type SizeMember,
  sizeMembers,
  writtenPreset,
  type WrittenSize,
} from "./rehearsal-size.ts";
import { useRehearsalWords } from "./use-rehearsal-words.ts";

/** Pictures are drawn before, and everything is waited for afterwards. */
const AROUND_MINUTES = 2;
/** All four. */
const MOST_READINGS = 4;

interface Props {
  readonly backend: RehearsalBackend;
  readonly eventId: string;
  readonly isAgain: boolean;
  readonly busy: boolean;
  readonly onStart: (wish: RehearsalWish) => void;
}

/** How large a rehearsal is to be. */
export function RehearsalForm({ backend, eventId, isAgain, busy, onStart }: Props) {
  const { words, inWords } = useRehearsalWords();
  const [written, setWritten] = useState<WrittenSize>(() => writtenPreset("wedding"));
  const [readsForReal, setReadsForReal] = useState(false);
  const [isTried, setTried] = useState(false);
  const perPhoto = useReadings(backend, eventId);
  const titleId = useId();
  const read = (member: SizeMember) => readMember(member, written[member]);
  const [guests, photos, minutes] = sizeMembers.map(read);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || guests === undefined || photos === undefined || minutes === undefined) return;
    onStart({ guests, photos, minutes, readsForReal });
  };
  return (
    <section className="rehearsal__card" aria-labelledby={titleId}>
      <h2 id={titleId}>{isAgain ? words.sizeAgain : words.size}</h2>
      <form className="rehearsal__form" noValidate onSubmit={submit}>
        <Segments
          label={words.presets}
          choices={presetNames}
          chosen={presetOf(written)}
          choose={(name) => name !== "own" && setWritten(writtenPreset(name))}
          textOf={(name) => (name === "own" ? null : words.presetNames[name])}
          isWide
        />
        <div className="rehearsal__fields">
          {sizeMembers.map((member) => (
            <Field
              key={member}
              label={words[member]}
              error={isTried && read(member) === undefined && words.upTo(inWords(mostOfRehearsal[member]))}
            >
              <NumberInput
                value={written[member]}
                onChange={(value) => setWritten({ ...written, [member]: value })}
                unit={words[`${member}Unit`]}
                min={1}
                max={mostOfRehearsal[member]}
              />
            </Field>
          ))}
        </div>
        <ReadingSwitch
          photos={photos ?? 0}
          perPhoto={perPhoto}
          checked={readsForReal}
          onChange={setReadsForReal}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {words.begin}
        </Button>
        {minutes !== undefined && <p className="rehearsal__note">{words.lasts(minutes + AROUND_MINUTES)}</p>}
      </form>
    </section>
  );
}

interface ReadingProps {
  readonly photos: number;
  readonly perPhoto: number;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function ReadingSwitch({ photos, perPhoto, checked, onChange }: ReadingProps) {
  const { words, language } = useRehearsalWords();
  const price = inDollars(readingCost(photos, perPhoto), language);
  return (
    <Switch
      label={words.readsForReal}
      hint={words.readsForRealHint(price)}
      checked={checked}
      onChange={onChange}
    />
  );
}

/** As the event is set up; until that is known, the most. */
function useReadings(backend: RehearsalBackend, eventId: string): number {
  const [perPhoto, setPerPhoto] = useState(MOST_READINGS);
  useEffect(() => {
    let isOver = false;
    backend.event(eventId).then(
      (event) => {
        if (!isOver && event !== null) setPerPhoto(readingsPerPhoto(event));
      },
      () => {},
    );
    return () => {
      isOver = true;
    };
  }, [backend, eventId]);
  return perPhoto;
}
