import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { BoardIcon, BotFace, CloseIcon, PhoneIcon } from "../phone/icons.tsx";
import { Phone } from "../phone/phone.tsx";
import { useTalk, useTalkStore } from "../talk/use-talk.ts";
import { words } from "../words/words.ts";
import { usePhones } from "./use-phones.ts";
import { usePhoneZoom } from "./use-phone-zoom.ts";

const WIDE = 1000;

interface TopBarProps {
  readonly hasBoard: boolean;
  readonly isBoardShown: boolean;
  readonly onBoard: () => void;
  readonly onAdd: () => void;
}

function TopBar({ hasBoard, isBoardShown, onBoard, onAdd }: TopBarProps): ReactNode {
  const { bot } = useTalk();
  return (
    <header className="top-bar">
      <span className="brand">
        <BotFace />
        <strong>{bot?.displayName ?? "Egao"}</strong>
        <span>{words.lead}</span>
      </span>
      <button type="button" onClick={onAdd} aria-label={words.addPhone}>
        <PhoneIcon />
        <span>{words.addPhone}</span>
      </button>
      {hasBoard && (
        <button type="button" onClick={onBoard} aria-pressed={isBoardShown} aria-label={words.board}>
          <BoardIcon />
          <span>{isBoardShown ? words.hideBoard : words.showBoard}</span>
        </button>
      )}
    </header>
  );
}

/** Brings a phone that was added into view: beside others there may be no room for it. */
function useSeatInView(seats: RefObject<HTMLElement | null>, count: number): void {
  const known = useRef(count);
  useEffect(() => {
    if (count > known.current)
      seats.current?.scrollTo({ left: seats.current.scrollWidth, behavior: "smooth" });
    known.current = count;
  }, [seats, count]);
}

/** Phones side by side, and the hall's screen beside them. */
export function App(): ReactNode {
  const store = useTalkStore();
  const { boardUrl } = useTalk();
  const { phones, add, remove, seat } = usePhones();
  const [wantsBoard, setWantsBoard] = useState(() => innerWidth >= WIDE);
  const zoom = usePhoneZoom();
  const seats = useRef<HTMLDivElement>(null);
  useSeatInView(seats, phones.length);
  useEffect(() => {
    store.start();
    return () => store.stop();
  }, [store]);
  const isBoardShown = wantsBoard && boardUrl !== undefined;
  return (
    <div className="stage" data-board={isBoardShown}>
      <TopBar
        hasBoard={boardUrl !== undefined}
        isBoardShown={isBoardShown}
        onBoard={() => setWantsBoard(!wantsBoard)}
        onAdd={add}
      />
      <main>
        <div ref={seats} className="phones" style={{ zoom }}>
          {phones.map(({ phoneId, userId }) => (
            <div className="phone-seat" key={phoneId}>
              <Phone userId={userId} onUser={(user) => seat(phoneId, user)} />
              {phones.length > 1 && (
                <button
                  type="button"
                  className="put-away"
                  aria-label={words.removePhone}
                  onClick={() => remove(phoneId)}
                >
                  <CloseIcon />
                </button>
              )}
            </div>
          ))}
        </div>
        {isBoardShown && (
          <div className="hall">
            <div className="hall-screen">
              <iframe src={boardUrl} title={words.board} />
            </div>
            <p>{words.board}</p>
          </div>
        )}
      </main>
    </div>
  );
}
