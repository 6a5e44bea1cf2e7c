import type { StageName } from "#domain/stage";

const paths: Readonly<Record<StageName, string>> = {
  join: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.5v2.5H14zM18 18h2v2h-2zM18 14h2M14 18v2",
  ranking: "M4 20v-7h5v7M9.5 20V6h5v14M15 20v-5h5v5M3 20h18",
  wall: "M4 5h7v6H4zM13 5h7v9h-7zM4 13h7v6H4zM13 16h7v3h-7z",
  round: "M12 7a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM12 10v4l2.5 2M10 3.5h4M12 3.5V7",
  frozen: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2",
  reveal:
    "M8 4h8v5a4 4 0 0 1-8 0zM8 5.5H4.5c0 3 1.5 4.5 3.8 4.5M16 5.5h3.5c0 3-1.5 4.5-3.8 4.5M12 13v4M8.5 20h7M10 17h4",
  replay: "M5 12a7 7 0 1 0 2.2-5.1M5 4v4h4M12 8.5V12l2.5 1.5",
  thanks:
    "M12 20S4 15 4 9.3C4 6.5 6 5 8 5c1.8 0 3.2 1 4 2.6C12.8 6 14.2 5 16 5c2 0 4 1.5 4 4.3C20 15 12 20 12 20Z",
};

/** Decoration beside the stage's name. */
export function StageIcon({ name }: { readonly name: StageName }) {
  return (
    <svg className="stage-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
