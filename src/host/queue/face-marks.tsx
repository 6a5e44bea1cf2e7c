import type { ToldFace } from "#domain/words/told-faces";

/** Frames around the faces, with the numbers of the list. Its words stand there. */
export function FaceMarks({ faces }: { readonly faces: readonly ToldFace[] }) {
  return (
    <span className="face-marks" aria-hidden="true">
      {faces.map(({ face: { box }, number, dropped }) => (
        <span
          key={number}
          className="face-marks__one"
          data-dropped={dropped !== undefined}
          style={{
            "--left": percent(box.left),
            "--top": percent(box.top),
            "--width": percent(box.width),
            "--height": percent(box.height),
          }}
        >
          <b>{number}</b>
        </span>
      ))}
    </span>
  );
}

function percent(ratio: number): string {
  return `${(Math.min(Math.max(ratio, 0), 1) * 100).toFixed(2)}%`;
}
