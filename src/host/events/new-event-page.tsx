import { type SyntheticEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { eventTemplateIds } from "#domain/event-templates";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { ChoiceCards } from "./choice-cards.tsx";
import { readWish, timesFromNow, usualTimes, type WishErrors, type WishForm } from "./event-wish.ts";
import type { EventListBackend } from "./events-backend.ts";
import { focusFirstError } from "./focus-first-error.ts";
import { LanguageSelect } from "./language-select.tsx";
import { TemplatePicture } from "./template-picture.tsx";
import { TimesFields } from "./times-fields.tsx";
import { useEventsWords } from "./use-events-words.ts";
import "./events.css";
import "./forms.css";

/** A new event: its kind, its name, its time. */
export function NewEventPage({ backend }: { readonly backend: EventListBackend }) {
  const { words, language } = useEventsWords();
  const { create, settings } = words;
  const navigate = useNavigate();
  const formRef = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState<WishForm>(() => ({
    template: "wedding",
    title: "",
    language,
    ...usualTimes("wedding", Date.now()),
  }));
  const [areTimesOwn, setTimesOwn] = useState(false);
  const [errors, setErrors] = useState<WishErrors>({});
  const [progress, setProgress] = useState<"idle" | "creating" | "failed" | "refused">("idle");
  const change = (part: Partial<WishForm>) => {
    setForm((before) => ({ ...before, ...part }));
    // What was wrong is being put right; it is judged anew when the form is sent.
    const kept = Object.entries(errors).filter(([key]) => !(key in part));
    setErrors(Object.fromEntries(kept));
  };
  const changeTimes = (times: Pick<WishForm, "opensAt" | "closesAt">) => {
    setTimesOwn(true);
    change(times);
    setErrors(({ title }) => (title === undefined ? {} : { title }));
  };
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    const read = readWish(form, Date.now());
    if ("errors" in read) {
      setErrors(read.errors);
      focusFirstError(formRef);
      return;
    }
    setProgress("creating");
    const answer = await backend.create(read.wish).catch((error: unknown) => {
      console.warn("the event may not have been created", error);
      return null;
    });
    if (answer === null) setProgress("failed");
    else if ("refused" in answer) setProgress("refused");
    else await navigate(`/host/${answer.eventId}/settings`);
  };
  const isBusy = progress === "creating";
  return (
    <form className="new-event" noValidate ref={formRef} onSubmit={(event) => void send(event)}>
      <PageHead title={create.title} />
      <ChoiceCards
        legend={create.kind}
        value={form.template}
        onChange={(template) => change({ template, ...(!areTimesOwn && usualTimes(template, Date.now())) })}
        options={eventTemplateIds.map((id) => ({
          value: id,
          name: create.templates[id].name,
          effect: (
            <>
              <TemplatePicture template={id} />
              {create.templates[id].effect}
            </>
          ),
        }))}
      >
        <p className="choices__note">{create.templateNote}</p>
      </ChoiceCards>
      <div className="new-event__names">
        <Field
          label={create.name}
          hint={create.nameHint}
          error={errors.title && settings.errors[errors.title]}
        >
          <input
            type="text"
            value={form.title}
            placeholder={create.templates[form.template].placeholder}
            autoComplete="off"
            onChange={({ target }) => change({ title: target.value })}
          />
        </Field>
        <Field label={create.language} hint={create.languageHint}>
          <LanguageSelect value={form.language} onChange={(chosen) => change({ language: chosen })} />
        </Field>
      </div>
      <TimesFields times={form} errors={errors} onChange={changeTimes}>
        <Button onClick={() => changeTimes(timesFromNow(Date.now()))}>{create.fromNow}</Button>
      </TimesFields>
      <div className="new-event__acts">
        <Button type="submit" kind="primary" busy={isBusy}>
          {isBusy ? create.creating : create.create}
        </Button>
        <Button kind="quiet" disabled={isBusy} onClick={() => void navigate("/host")}>
          {create.cancel}
        </Button>
        <p className="new-event__answer" role="alert">
          {progress === "failed" && create.failed}
          {progress === "refused" && create.refused}
        </p>
      </div>
    </form>
  );
}
