import { useCallback, useEffect, useState } from "react";
import { type BoardState, totalsOf } from "#domain/board";
import type { Language } from "#domain/language";
import { type BoardOperatorWords, boardOperatorWords } from "#domain/words/board-operator";
import { useKey } from "./use-key.ts";
import type { ScreenSwitches } from "./use-screen-switches.ts";
import type { Switch } from "./use-switch.ts";
import "./operator.css";

/** How long the details stay, in ms. */
export const DETAILS_MS = 10_000;

interface Props {
  readonly state: BoardState | null;
  readonly isConnected: boolean;
  readonly switches: ScreenSwitches;
  readonly isSoundAllowed: boolean;
  readonly language: Language;
}

/** What the operator wants to know, on the key I and after each switch: the audience hardly sees it. */
export function OperatorDetails(props: Props) {
  const [until, setUntil] = useState(0);
  const open = useCallback(() => setUntil(Date.now() + DETAILS_MS), []);
  const toggle = useCallback(() => setUntil((was) => (was > 0 ? 0 : Date.now() + DETAILS_MS)), []);
  useKey("i", toggle);
  useKey("s", open);
  useKey("q", open);
  useKey("m", open);
  useEffect(() => {
    if (until === 0) return;
    const timer = setTimeout(() => setUntil(0), until - Date.now());
    return () => clearTimeout(timer);
  }, [until]);
  return until > 0 ? <Details {...props} /> : null;
}

function Details({ state, switches, isSoundAllowed, isConnected, language }: Props) {
  const words = boardOperatorWords[language];
  const now = useSeconds();
  const totals = state === null ? null : totalsOf(state);
  const age = state === null ? null : Math.max(0, Math.round((now - state.askedAt) / 1_000));
  const rows = [
    [words.connection, isConnected ? words.connected : words.reconnecting],
    [words.lastRead, age === null ? words.notYet : words.secondsAgo(age)],
    [words.stage, state?.stage === null || state === null ? "–" : stageInWords(state.stage)],
    [words.guests, totals?.guests ?? "–"],
    [words.photos, totals?.photos ?? "–"],
    [words.spotlight, switchInWords(switches.spotlight, words)],
    [words.cornerQr, switchInWords(switches.cornerQr, words)],
    [words.sound, switchInWords(switches.sound, words)],
    ...(switches.sound.isOn && !isSoundAllowed ? [["", words.soundWaits]] : []),
  ];
  return (
    <aside className="details" aria-label={words.details}>
      <dl>
        {rows.map(([name, told]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

function switchInWords({ isOn, isOwn }: Switch, words: BoardOperatorWords): string {
  const told = isOn ? words.on : words.off;
  return isOwn ? words.onlyHere(told) : told;
}

function stageInWords({ name, step, version }: NonNullable<BoardState["stage"]>): string {
  return `${name}${step === null ? "" : ` ${step}`} · v${version}`;
}

function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
