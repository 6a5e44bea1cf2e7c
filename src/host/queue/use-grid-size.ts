import { useLayoutEffect, useState } from "react";

interface GridSize {
  readonly columns: number;
  /** Pixels. */
  readonly rowHeight: number;
}

/** As narrow as a face can still be told from a cake. */
const LEAST_WIDTH_PX = 104;
const WANTED_WIDTH_PX = 148;
/** Name and time below the picture. */
const WORDS_PX = 30;

/** Columns and rows that fill the width of the box. */
export function useGridSize(box: { readonly current: HTMLElement | null }): GridSize {
  const [widthPx, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return gridSize(widthPx);
}

export function gridSize(widthPx: number): GridSize {
  const least = widthPx < 3 * WANTED_WIDTH_PX ? LEAST_WIDTH_PX : WANTED_WIDTH_PX;
  const columns = Math.max(2, Math.floor(widthPx / least));
  return { columns, rowHeight: Math.round(Math.max(widthPx, 2 * LEAST_WIDTH_PX) / columns) + WORDS_PX };
}
