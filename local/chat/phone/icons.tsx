import type { ReactNode, SVGProps } from "react";

const STROKE: SVGProps<SVGSVGElement> = {
  viewBox: "0 0 24 24",
  width: 24,
  height: 24,
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
  "aria-hidden": true,
};

function drawn(shape: ReactNode): () => ReactNode {
  return () => <svg {...STROKE}>{shape}</svg>;
}

export const PlusIcon = drawn(<path d="M12 5v14M5 12h14" />);
export const CloseIcon = drawn(<path d="M6 6l12 12M18 6L6 18" />);
export const BackIcon = drawn(<path d="M15 5l-7 7 7 7" />);
export const MoreIcon = drawn(
  <g fill="currentColor" stroke="none">
    <circle cx="5" cy="12" r="1.7" />
    <circle cx="12" cy="12" r="1.7" />
    <circle cx="19" cy="12" r="1.7" />
  </g>,
);
export const MenuIcon = drawn(<path d="M5 7h14M5 12h14M5 17h14" />);
export const CameraIcon = drawn(
  <>
    <path d="M4 8.5h3.2L9 6h6l1.8 2.5H20a1 1 0 011 1V18a1 1 0 01-1 1H4a1 1 0 01-1-1V9.5a1 1 0 011-1z" />
    <circle cx="12" cy="13.3" r="3.4" />
  </>,
);
export const AlbumIcon = drawn(
  <>
    <rect x="3.5" y="4.5" width="17" height="15" rx="2.5" />
    <circle cx="9" cy="10" r="1.7" />
    <path d="M4 17.5l5-4.5 3.5 3 3-2.6 5 4.1" />
  </>,
);
export const SmileIcon = drawn(
  <>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M8.3 13.6a4.2 4.2 0 007.4 0M9.2 9.3v.9M14.8 9.3v.9" />
  </>,
);
export const SendIcon = drawn(<path d="M20.5 3.5L3.5 10.6l6.8 3.1 3.1 6.8zM20.5 3.5L10.3 13.7" />);
export const BoardIcon = drawn(
  <>
    <rect x="3" y="4.5" width="18" height="12" rx="1.5" />
    <path d="M12 16.5v3M8.5 20h7M8 12.5v-2.5M12 12.5V8M16 12.5v-1" />
  </>,
);
export const PhoneIcon = drawn(
  <>
    <rect x="6.5" y="3" width="11" height="18" rx="2.5" />
    <path d="M11 18h2" />
  </>,
);

/** The bot's face: a smile that rises. */
export function BotFace(): ReactNode {
  return (
    <svg viewBox="0 0 48 48" className="avatar-face" aria-hidden>
      <defs>
        <linearGradient id="bot-face" x1="0" y1="1" x2="1" y2="0">
          <stop offset="0" stopColor="#ff7a59" />
          <stop offset="1" stopColor="#ffc24b" />
        </linearGradient>
      </defs>
      <rect width="48" height="48" fill="url(#bot-face)" />
      <path d="M13 25.5c2.2 6.7 6.1 10 11 10s8.8-3.3 11-10c-7 2-15 2-22 0z" fill="#fff" />
      <path
        d="M14 19.5c1.2-2.7 4.8-2.7 6 0M28 19.5c1.2-2.7 4.8-2.7 6 0"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
