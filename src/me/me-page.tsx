import { useEffect } from "react";
import { Navigate, useLocation } from "react-router";
import { linkedPage } from "./linked-page.ts";
import { MeView } from "./me-view.tsx";
import { watchMe } from "./watch-me.ts";

const restart = (): void => location.reload();

/** `/me`, and `/liff` as older links have it. */
export function MePage() {
  const { pathname, search } = useLocation();
  useEffect(() => {
    import("../my-photo/fonts.ts").catch(() => console.warn("the page keeps the letters of the device"));
  }, []);
  const elsewhere = linkedPage(pathname, search);
  return elsewhere === null ? (
    <MeView watch={watchMe} restart={restart} />
  ) : (
    <Navigate to={elsewhere} replace />
  );
}
