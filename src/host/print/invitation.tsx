import type { Language } from "#domain/language";
import { invitationWords } from "#domain/words/host-print";

/** Three short lines, in one language. */
export function Invitation({ language }: { readonly language: Language }) {
  const { lead, steps } = invitationWords[language];
  return (
    <div className="invitation" lang={language}>
      <p className="invitation__lead">{lead}</p>
      <ol className="invitation__steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}
