import { useEffect, useState } from "react";

const COMFORTABLE_HEIGHT = 790;
const AROUND = 96;
const MIN_ZOOM = 0.72;

function fitting(): number {
  if (innerWidth <= 720) return 1;
  return Math.min(1, Math.max(MIN_ZOOM, (innerHeight - AROUND) / COMFORTABLE_HEIGHT));
}

/** How much smaller than life the phones must be so that one is wholly seen; 1 on a phone, where there is no frame. */
export function usePhoneZoom(): number {
  const [zoom, setZoom] = useState(fitting);
  useEffect(() => {
    const measure = () => setZoom(fitting());
    addEventListener("resize", measure);
    return () => removeEventListener("resize", measure);
  }, []);
  return zoom;
}
