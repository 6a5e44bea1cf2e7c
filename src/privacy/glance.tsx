import type { ReactNode } from "react";
import type { PrivacyFacts, PrivacyWords } from "#domain/words/privacy-words";

/** The three answers that nobody should have to look for. */
export function Glance({
  facts,
  words: { glance },
}: {
  readonly facts: PrivacyFacts;
  readonly words: PrivacyWords;
}) {
  return (
    <dl className="privacy__glance">
      <Answer label={glance.until} text={facts.deletedAt}>
        <rect x="4" y="6" width="24" height="21" rx="3" />
        <path d="M4 12.5h24M10.5 3v6M21.5 3v6M10.5 20l3.5 3.2 7-7" />
      </Answer>
      <Answer label={glance.audience} text={glance.audienceShort(facts)}>
        <rect x="3" y="5" width="26" height="17" rx="2" />
        <path d="M11 28h10M16 22v6M11.5 12.2v.2M20.5 12.2v.2M11.5 15.6a5.6 5.6 0 0 0 9 0" />
      </Answer>
      <Answer label={glance.removing} text={glance.removingShort}>
        <path d="M9 11H20a7 7 0 0 1 0 14H10M13.5 6 8.500 11l5 5" />
      </Answer>
    </dl>
  );
}

interface AnswerProps {
  readonly label: string;
  readonly text: string;
  /** What is drawn beside it, 32 wide and high. */
  readonly children: ReactNode;
}

function Answer({ label, text, children }: AnswerProps) {
  return (
    <div>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        {children}
      </svg>
      <dt>{label}</dt>
      <dd>{text}</dd>
    </div>
  );
}
