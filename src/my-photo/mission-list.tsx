import type { MyPhotoWords } from "#domain/words/my-photo-words";
import type { MyMission } from "../backend/my-photo.ts";
import "./mission-list.css";

interface Props {
  readonly missions: readonly MyMission[];
  readonly words: MyPhotoWords;
}

/** The host's challenges; those that this photo meets carry a blossom. */
export function MissionList({ missions, words }: Props) {
  const met = missions.filter(({ isMet }) => isMet).length;
  return (
    <section className="missions">
      <h2>{words.missions}</h2>
      <p className="missions__count">{words.missionsMet(met)}</p>
      <ul>
        {missions.map(({ missionId, title, isMet }) => (
          <li key={missionId} data-met={isMet}>
            <Mark isMet={isMet} />
            <span className="missions__title">{title}</span>{" "}
            <span className="missions__state">{isMet ? words.met : words.notMet}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

const petals = [0, 72, 144, 216, 288];

/** A plum blossom with a tick, as a teacher draws it around good work; or a bud that waits. */
function Mark({ isMet }: { readonly isMet: boolean }) {
  return (
    <svg className="missions__mark" viewBox="-16 -16 32 32" aria-hidden="true">
      {isMet ? (
        <>
          {petals.map((angle) => (
            <circle key={angle} cy="-8" r="6.6" transform={`rotate(${angle})`} />
          ))}
          <path d="M-5.4 0.4l3.8 4l7-8" />
        </>
      ) : (
        <circle r="9.5" />
      )}
    </svg>
  );
}
