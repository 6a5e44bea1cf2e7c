/** Drawn on 24 × 24 with one stroke; a name says what is seen, not what it is used for. */
const paths = {
  cross: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19 7.5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z",
  "eye-closed":
    "M4 4l16 16M9.9 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.9 3.6M6.3 7.6A15.5 15.5 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.3-1.1M10 10a3 3 0 0 0 4.1 4.2",
  picture: "M4 5.5h16v13H4zM4 16l4.5-4.5 3.5 3.5 3-3 5 5M15.5 8.8a1 1 0 1 0 0 .1",
  people:
    "M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 19.5c.4-3.3 3-5.2 6.5-5.2s6.1 1.9 6.5 5.2M15.5 4.9a3.5 3.5 0 0 1 0 6.3M17.8 14.8c2.2.6 3.5 2.3 3.7 4.7",
  screen: "M3.5 5h17v11h-17zM8.5 20h7M12 16v4",
  list: "M8.5 6.5h12M8.5 12h12M8.5 17.5h12M4 6.5h.01M4 12h.01M4 17.5h.01",
  bars: "M4 20h16M6.5 16.5v-5M12 16.5v-11M17.5 16.5v-8",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
  warning: "M12 4L2.8 19.5h18.4ZM12 10v4.5M12 17.2v.1",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.6-3.8 3.5-6 7.5-6s6.9 2.2 7.5 6",
  globe:
    "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.5 12h17M12 3.5c-5 5.5-5 11.5 0 17M12 3.5c5 5.5 5 11.5 0 17",
  leave: "M14 4.5H5v15h9M10.5 12h10M17 8.5l3.5 3.5-3.5 3.5",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  plus: "M12 5v14M5 12h14",
  play: "M8 5.5v13l11-6.5Z",
  undo: "M8.5 5L4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9",
  download: "M12 4v11M7.5 10.5L12 15l4.5-4.5M4.5 19.5h15",
  search: "M10.5 4.5a6 6 0 1 0 0 12 6 6 0 0 0 0-12ZM15 15l5 5",
} as const;

export type IconName = keyof typeof paths;

/** Decoration beside words, or inside a button that has a label of its own. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width="24"
      height="24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
