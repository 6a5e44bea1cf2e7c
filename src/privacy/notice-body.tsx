import type { Language } from "#domain/language";
import { deletedAt } from "#domain/words/event-words";
import {
  type PrivacyFacts,
  type PrivacyPoint,
  privacySections,
  type PrivacyWords,
} from "#domain/words/privacy-words";
import { regionName } from "#domain/words/region-name";
import type { PrivacyNotice } from "../backend/privacy-notice.ts";
import { contactParts } from "./contact-parts.ts";
import { Glance } from "./glance.tsx";

interface Props {
  readonly notice: PrivacyNotice;
  readonly words: PrivacyWords;
  readonly language: Language;
}

/** Everything about one event: the answers most people look for, the whole of it, and whom to ask. */
export function NoticeBody({ notice, words, language }: Props) {
  const facts = factsOf(notice, language);
  const points = words.points(facts);
  return (
    <>
      <p className="privacy__lead">{words.lead}</p>
      <Glance facts={facts} words={words} />
      {privacySections.map((name) => (
        <section key={name} className="privacy__section" aria-labelledby={`privacy-${name}`}>
          <h2 id={`privacy-${name}`}>{words.titles[name]}</h2>
          <ul>
            {points[name].map((point) => (
              <Point key={point.text} point={point} />
            ))}
          </ul>
        </section>
      ))}
      <section className="privacy__contact" aria-labelledby="privacy-contact">
        <h2 id="privacy-contact">{words.contact}</h2>
        {notice.contact === "" ? <p>{words.noContact}</p> : <Contact contact={notice.contact} />}
        <p className="privacy__quiet">{words.contactLead}</p>
      </section>
    </>
  );
}

function factsOf(notice: PrivacyNotice, language: Language): PrivacyFacts {
  const { keepsAgeAndGender, isReviewed, region, contact } = notice;
  return {
    deletedAt: deletedAt(notice, language),
    keepsAgeAndGender,
    isReviewed,
    place: regionName(region, language),
    hasContact: contact !== "",
  };
}

function Point({ point: { term, text } }: { readonly point: PrivacyPoint }) {
  return (
    <li>
      {term !== undefined && <strong>{term}</strong>}
      <span>{text}</span>
    </li>
  );
}

function Contact({ contact }: { readonly contact: string }) {
  return (
    <p className="privacy__whom">
      {contactParts(contact).map(({ text, href }) =>
        href === undefined ? (
          text
        ) : (
          <a key={text} href={href}>
            {text}
          </a>
        ),
      )}
    </p>
  );
}
