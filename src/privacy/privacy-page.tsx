import { useEffect } from "react";
import { useParams } from "react-router";
import { readPrivacyNotice } from "../backend/privacy-notice.ts";
import { PrivacyView } from "./privacy-view.tsx";

/** `/privacy/:joinCode`: for everybody, without LINE and without a login. */
export function PrivacyPage() {
  const { joinCode = "" } = useParams();
  useEffect(() => {
    import("../my-photo/fonts.ts").catch(() => console.warn("the page keeps the letters of the device"));
  }, []);
  return <PrivacyView read={readPrivacyNotice} joinCode={joinCode} />;
}
