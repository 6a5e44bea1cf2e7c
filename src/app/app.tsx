import { lazy, Suspense } from "react";
import { BrowserRouter, Route, Routes } from "react-router";
import { toLanguage } from "#domain/language";
import { boardWords } from "#domain/words/board";
import { ErrorBoundary } from "../ui/error-boundary.tsx";
import { Landing } from "./landing.tsx";

const BoardRoute = lazy(async () => ({ default: (await import("./board-route.tsx")).BoardRoute }));
const HostRoute = lazy(async () => ({ default: (await import("./host-route.tsx")).HostRoute }));
const PrintRoute = lazy(async () => ({ default: (await import("./print-route.tsx")).PrintRoute }));
const ReportRoute = lazy(async () => ({ default: (await import("./report-route.tsx")).ReportRoute }));
const ScriptRoute = lazy(async () => ({ default: (await import("./script-route.tsx")).ScriptRoute }));
const MePage = lazy(async () => ({ default: (await import("../me/me-page.tsx")).MePage }));
const MyPhotoPage = lazy(async () => ({
  default: (await import("../my-photo/my-photo-page.tsx")).MyPhotoPage,
}));

const PrivacyPage = lazy(async () => ({
  default: (await import("../privacy/privacy-page.tsx")).PrivacyPage,
}));

/** Every page of the product; each is loaded by itself. */
export function App() {
  const words = boardWords[toLanguage(navigator.language)];
  return (
    <ErrorBoundary fallback={<Landing title={words.waitingTitle} hint={words.waitingHint} />} retryMs={5_000}>
      <BrowserRouter>
        <Suspense fallback={null}>
          <Routes>
            <Route path="/board/:boardId" element={<BoardRoute />} />
            <Route path="/host/*" element={<HostRoute />} />
            <Route path="/print/:eventId" element={<PrintRoute />} />
            <Route path="/report/:eventId" element={<ReportRoute />} />
            <Route path="/script/:eventId" element={<ScriptRoute />} />
            <Route path="/me" element={<MePage />} />
            <Route path="/liff" element={<MePage />} />
            <Route path="/me/photos/:photoId" element={<MyPhotoPage />} />
            <Route path="/privacy/:joinCode" element={<PrivacyPage />} />
            <Route path="/" element={<Landing title={words.ranking} hint={words.homeHint} />} />
            <Route path="*" element={<Landing title={words.notFoundTitle} hint={words.homeHint} />} />
          </Routes>
        </Suspense>
      </BrowserRouter>
    </ErrorBoundary>
  );
}
