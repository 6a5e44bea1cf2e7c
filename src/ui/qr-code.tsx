import { useMemo } from "react";
import { encode } from "uqr";

/** A quiet zone of four modules, as readers of QR codes want it. */
const QUIET_ZONE = 4;

interface Props {
  readonly text: string;
  /** What it is for, for those who cannot see it. */
  readonly label: string;
}

/** Black on white in every colour scheme: cameras need it so. */
export function QrCode({ text, label }: Props) {
  const { size, path } = useMemo(() => modulesOf(text), [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      // The picture is drawn here: there is no file for an <img>.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function modulesOf(text: string): { readonly size: number; readonly path: string } {
  const { size, data } = encode(text, { ecc: "M", border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      return [`M${x} ${y}h${(end === -1 ? size : end) - x}v1H${x}z`];
    }),
  );
  return { size, path: runs.join("") };
}
