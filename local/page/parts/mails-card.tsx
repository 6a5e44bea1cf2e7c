import type { ReactNode } from "react";
import type { StackState } from "../../stack/stack-state.ts";
import { clockTime } from "../state/spans.ts";

const SHOWN = 8;

/** What Cognito would have sent to hosts: nothing leaves this machine. */
export function MailsCard({ state }: { readonly state: StackState }): ReactNode {
  const mails = state.mails.slice(0, SHOWN);
  return (
    <section className="card" aria-labelledby="mails-title">
      <header>
        <h2 id="mails-title">Mails to hosts</h2>
        <p className="hint">nothing leaves this machine</p>
      </header>
      {mails.length === 0 ? (
        <p className="empty">None. Invite a host: npm run host:invite -- mail@example.org</p>
      ) : (
        <ol className="mails">
          {mails.map(({ to, kind, secret, subject, body, sentAt }) => (
            <li key={`${sentAt} ${to} ${secret}`}>
              <details>
                <summary>
                  <time dateTime={new Date(sentAt).toISOString()}>{clockTime(sentAt)}</time>{" "}
                  <strong>{to}</strong> {kind === "invitation" ? "temporary password" : "code"}{" "}
                  <code>{secret}</code>
                </summary>
                <p className="hint">{subject}</p>
                <pre>{inPlainLetters(body)}</pre>
              </details>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function inPlainLetters(html: string): string {
  const parsed = new DOMParser().parseFromString(html.replaceAll(/<br>|<\/p>/g, "\n"), "text/html");
  return parsed.body.textContent.trim();
}
