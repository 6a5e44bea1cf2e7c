import { type SyntheticEvent, useMemo, useRef, useState } from "react";
import type { HostEvent } from "../../backend/host-event-shapes.ts";
import { useToasts } from "../../ui/toasts.tsx";
import type { RetentionBackend } from "../retention/retention-backend.ts";
import { RetentionSection } from "../retention/retention-section.tsx";
import { PageHead } from "../shell/page-head.tsx";
import { BasicsSection } from "./basics-section.tsx";
import { BoardLink } from "./board-link.tsx";
import { DangerSection } from "./danger-section.tsx";
import type { SettingsBackend } from "./events-backend.ts";
import { focusFirstError } from "./focus-first-error.ts";
import { JoinPanel } from "./join-panel.tsx";
import { NamesSection } from "./names-section.tsx";
import { PrivacySection } from "./privacy-section.tsx";
import { settingErrors } from "./read-settings.ts";
import { RulesSection } from "./rules-section.tsx";
import { SaveBar } from "./save-bar.tsx";
import { ScreenSection } from "./screen-section.tsx";
import { type SettingsDesk, SettingsDeskProvider } from "./settings-context.ts";
import { settingsFormOf } from "./settings-form.ts";
import { sectionNames } from "./section.tsx";
import { ShowingSection } from "./showing-section.tsx";
import { useDraft } from "./use-draft.ts";
import type { LiveEvent } from "./use-event.ts";
import { useEventsWords } from "./use-events-words.ts";
import { useLeaveGuard } from "./use-leave-guard.tsx";
import { useRulesJob } from "./use-rules-job.ts";
import { useSaving } from "./use-saving.ts";

interface Props {
  readonly event: HostEvent;
  readonly live: LiveEvent;
  readonly backend: SettingsBackend;
  readonly retention: RetentionBackend;
}

export function SettingsForm({ event, live, backend, retention }: Props) {
  const { words } = useEventsWords();
  const formRef = useRef<HTMLFormElement>(null);
  const saved = useMemo(() => settingsFormOf(event), [event]);
  const draft = useDraft(saved);
  const saving = useSaving({ backend, event, draft, live });
  const question = useLeaveGuard(draft.changed.length > 0);
  const rulesDesk = useRulesDesk(backend, event, live);
  const isAsked = saving.state === "invalid";
  const desk = useMemo<SettingsDesk>(() => {
    // A challenge is begun empty: what lacks is said when it is to be saved.
    const { missions, ...others } = settingErrors(draft.form);
    return {
      event,
      saved,
      ...draft,
      errors: {
        ...others,
        ...(isAsked && missions !== undefined && { missions }),
        ...(saving.refused !== undefined && { [saving.refused]: "refused" }),
      },
    };
  }, [event, saved, draft, isAsked, saving.refused]);
  const save = async (submit: SyntheticEvent) => {
    submit.preventDefault();
    const state = await saving.save();
    if (state === "invalid" || state === "refused") focusFirstError(formRef);
  };
  return (
    <SettingsDeskProvider value={desk}>
      <div className="settings">
        <PageHead title={words.settings.title} />
        <nav className="settings__index" aria-label={words.settings.index}>
          {sectionNames.map((name) => (
            <a key={name} href={`#${name}`}>
              {words.settings.sections[name]}
            </a>
          ))}
        </nav>
        <div className="settings__ways">
          <JoinPanel event={event} botBasicId={backend.botBasicId} />
          <BoardLink event={event} />
        </div>
        <form className="settings__form" ref={formRef} noValidate onSubmit={(submit) => void save(submit)}>
          <BasicsSection />
          <ScreenSection />
          <ShowingSection />
          <RulesSection desk={rulesDesk} />
          <NamesSection />
          <PrivacySection />
          <SaveBar
            changes={draft.changed.length}
            state={saving.state}
            onDiscard={() => {
              draft.drop();
              saving.reset();
            }}
          />
        </form>
        <RetentionSection event={event} live={live} backend={retention} />
        <DangerSection event={event} live={live} backend={backend} />
      </div>
      {question}
    </SettingsDeskProvider>
  );
}

function useRulesDesk(backend: SettingsBackend, event: HostEvent, live: LiveEvent) {
  const { saving, danger } = useEventsWords().words;
  const { say } = useToasts();
  const followed = useRulesJob(backend, event.rulesJobId);
  const [isUndoing, setUndoing] = useState(false);
  const undo = async () => {
    setUndoing(true);
    const answer = await backend.undoRules(event.eventId).catch(() => null);
    setUndoing(false);
    if (answer === null) say(danger.failed);
    else if ("refused" in answer) say(saving.conflict);
    else say(saving.undone);
    live.read();
  };
  return { ...followed, isUndoing, undo: () => void undo() };
}
