import { type CSSProperties, type RefObject, useCallback, useLayoutEffect, useRef, useState } from "react";
import { isMotionReduced } from "../ui/motion.ts";
import { type Crop, cropAround } from "./photo-crop.ts";
import { type LoadedPicture, type Picture, usePicture } from "./use-picture.ts";

const DEVELOP_MS = 500;
const HAZE = { width: 14, height: 10, shade: "rgb(24 8 10 / 34%)" };

interface Props {
  readonly picture: Picture | null;
  /** Whose initial stands there while there is no picture. */
  readonly name: string;
  /** How long a photo takes to appear, in ms; 0: at once. */
  readonly developMs?: number;
}

/** A photo that fills its frame without cutting a face; where that cannot be, the whole photo over its own blur. */
export function PhotoFrame({ picture, name, developMs = DEVELOP_MS }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const aspect = useAspect(frame);
  const loaded = usePicture(picture);
  const { before, onDeveloped } = useBefore(loaded);
  return (
    <div className="frame" ref={frame}>
      {loaded === null && <Initial name={name} />}
      {before !== null && <Fitted key={before.url} picture={before} aspect={aspect} developMs={developMs} />}
      {loaded !== null && loaded !== "loading" && (
        <Fitted
          key={loaded.url}
          picture={loaded}
          aspect={aspect}
          developMs={developMs}
          onDeveloped={onDeveloped}
        />
      )}
    </div>
  );
}

/** The picture before: the next one develops over it, not out of the dark. What is withdrawn is gone at once. */
function useBefore(loaded: LoadedPicture | "loading" | null) {
  const picture = loaded === "loading" ? null : loaded;
  const [{ now, before }, setLayers] = useState<Record<"now" | "before", LoadedPicture | null>>({
    now: picture,
    before: null,
  });
  if (now?.url !== picture?.url) {
    setLayers({ now: picture, before: picture === null || isMotionReduced() ? null : now });
  }
  const onDeveloped = useCallback(() => setLayers((layers) => ({ ...layers, before: null })), []);
  return { before, onDeveloped };
}

interface FittedProps {
  readonly picture: LoadedPicture;
  readonly aspect: number;
  readonly developMs: number;
  /** Missing: another picture develops over this one. */
  readonly onDeveloped?: () => void;
}

function Fitted({ picture, aspect, developMs, onDeveloped }: FittedProps) {
  const haze = useRef<HTMLCanvasElement>(null);
  const photo = useDeveloping(developMs, onDeveloped);
  const photoAspect = picture.width / Math.max(1, picture.height);
  const crop = cropAround(picture.faces, photoAspect, aspect);
  if (crop.fillsFrame) {
    return <img className="frame__photo" src={picture.url} alt="" style={cropped(crop)} ref={photo} />;
  }
  const cropAspect = (crop.width / crop.height) * photoAspect;
  return (
    <>
      <canvas className="frame__haze" ref={haze} width={HAZE.width} height={HAZE.height} />
      <div
        className="frame__whole"
        data-bars={cropAspect > aspect ? "above" : "beside"}
        style={{ aspectRatio: cropAspect }}
      >
        <img
          className="frame__photo"
          src={picture.url}
          alt=""
          style={cropped(crop)}
          ref={photo}
          onLoad={(event) => paintHaze(haze.current, event.currentTarget)}
        />
      </div>
    </>
  );
}

/** Not by CSS: what CSS moves begins anew whenever its row gets another place in the document. */
function useDeveloping(
  developMs: number,
  onDeveloped: (() => void) | undefined,
): RefObject<HTMLImageElement | null> {
  const photo = useRef<HTMLImageElement>(null);
  const isKept = onDeveloped === undefined;
  useLayoutEffect(() => {
    if (photo.current === null || isKept || isMotionReduced()) return;
    if (developMs === 0) return onDeveloped();
    const developing = photo.current.animate([{ opacity: 0 }, {}], {
      duration: developMs,
      easing: "ease-out",
    });
    developing.onfinish = onDeveloped;
  }, [isKept, onDeveloped, developMs]);
  return photo;
}

/** A blur by few pixels: unlike a filter it costs nothing while things move. */
function paintHaze(canvas: HTMLCanvasElement | null, photo: HTMLImageElement): void {
  const context = canvas?.getContext("2d");
  if (context === null || context === undefined) return;
  context.imageSmoothingQuality = "high";
  context.drawImage(photo, 0, 0, HAZE.width, HAZE.height);
  context.fillStyle = HAZE.shade;
  context.fillRect(0, 0, HAZE.width, HAZE.height);
}

function cropped(crop: Crop): CSSProperties {
  return {
    width: `${100 / crop.width}%`,
    height: `${100 / crop.height}%`,
    left: `${(-100 * crop.left) / crop.width}%`,
    top: `${(-100 * crop.top) / crop.height}%`,
  };
}

function Initial({ name }: { readonly name: string }) {
  // By grapheme: a name may begin with an emoji of several code points.
  const [first] = new Intl.Segmenter().segment(name.trim());
  return (
    <span className="frame__initial" aria-hidden="true">
      {first?.segment ?? "笑"}
    </span>
  );
}

/** Width / height of an element, 1 before it is laid out. */
function useAspect(element: React.RefObject<HTMLElement | null>): number {
  const [aspect, setAspect] = useState(1);
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const measure = () => {
      const { clientWidth, clientHeight } = measured;
      if (clientWidth > 0 && clientHeight > 0) setAspect(clientWidth / clientHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return aspect;
}
