import { readAudit, watchAudit } from "../backend/host-audit.ts";
import {
  changeRules,
  createEvent,
  duplicateEvent,
  readBotBasicId,
  readEvent,
  readEvents,
  readTotals,
  renewBoard,
  undoRules,
  updateEvent,
  watchEvent,
  watchJob,
} from "../backend/host-events.ts";
import { cancelExport, orderExport, takeExport, watchExport } from "../backend/host-export.ts";
import { changeGuest, readGuest, searchGuests, watchGuests } from "../backend/host-guests.ts";
import { watchNumbers } from "../backend/host-numbers.ts";
import { readEventTitle } from "../backend/host-event-head.ts";
import {
  moderatePhotos,
  readHostPhoto,
  readPhotosOfGuest,
  readPictures,
  readQueue,
  readScoring,
  subscribeToPhotos,
  undoAction,
} from "../backend/host-photos.ts";
import { startRehearsal, watchRehearsal, wipeRehearsal } from "../backend/host-rehearsal.ts";
import { endEvent, readDeletionReport, saveRetention, watchEnding } from "../backend/host-retention.ts";
import { readAwardPhotos } from "../backend/host-award-photos.ts";
import { readRanking, setStage, watchStage } from "../backend/host-remote.ts";
import {
  readAlarms,
  readDeadLetters,
  readLineQuota,
  readUnderway,
  retryDeadLetters,
} from "../backend/host-watch.ts";
import { watchWaiting } from "../backend/host-waiting.ts";
import type { HostBackends } from "../host/host-backends.ts";
import { HostPage } from "../host/host-page.tsx";
import { hostAuth } from "./host-auth.ts";

const backends: HostBackends = {
  auth: hostAuth,
  head: { titleOf: readEventTitle, endOf: readEvent },
  waiting: { watch: watchWaiting },
  queue: {
    readPage: readQueue,
    readPhoto: readHostPhoto,
    readPhotosOfGuest,
    readPictures,
    readScoring,
    moderate: moderatePhotos,
    undo: undoAction,
    subscribe: subscribeToPhotos,
  },
  guests: {
    watch: watchGuests,
    search: searchGuests,
    readGuest,
    readPhotosOfGuest,
    readPictures,
    change: changeGuest,
    undo: undoAction,
  },
  audit: { watch: watchAudit, readPage: readAudit, readGuest, undo: undoAction, undoRules },
  numbers: { watchPhotos: watchNumbers, watchGuests, watchEvent, readPictures },
  export: {
    watch: watchExport,
    order: orderExport,
    take: takeExport,
    cancel: cancelExport,
    // The address asks for the file to be kept: the page stays.
    keep: (url) => globalThis.location.assign(url),
  },
  events: { events: readEvents, totals: readTotals, create: createEvent },
  settings: {
    watch: watchEvent,
    event: readEvent,
    update: updateEvent,
    renewBoard,
    duplicate: duplicateEvent,
    changeRules,
    undoRules,
    watchJob,
    botBasicId: readBotBasicId,
  },
  retention: { keepUntil: saveRetention, endEvent, watchEnding, report: readDeletionReport },
  rehearsal: { watch: watchRehearsal, start: startRehearsal, wipe: wipeRehearsal, event: readEvent },
  remote: { watch: watchEvent, setStage, watchStage, readRanking, readAwardPhotos, readUnderway },
  troubles: {
    readDeadLetters,
    retry: retryDeadLetters,
    readAlarms,
    readQuota: readLineQuota,
  },
};

/** Joins the host's page to the real backend. */
export function HostRoute() {
  return <HostPage backends={backends} />;
}
