import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { MemoryRouter, Route, Routes } from "react-router";
import type { HostPhoto } from "../../src/backend/host-photo.ts";
import { FakeQueue } from "../../src/host/queue/fake-queue.ts";
import { QueuePage } from "../../src/host/queue/queue-page.tsx";
import { hostPhoto } from "../../src/host/queue/test-photos.ts";

const PHOTOS = 10_000;
const pictures = 12;

function photo(at: number): HostPhoto {
  const guest = at % 500;
  return hostPhoto(`p${at}`, { guestId: `g${guest}`, displayName: `Guest ${guest}`, sentAt: 1_000_000 + at });
}

const queue = new FakeQueue(Array.from({ length: PHOTOS }, (_, at) => photo(at)));
const backend = {
  ...queue,
  readPictures: async (_eventId: string, names: readonly { readonly photoId: string }[]) =>
    names.map(({ photoId }) => {
      const url = `/pictures/${Number(photoId.slice(1)) % pictures}.jpg?${photoId}`;
      return { photoId, display: url, thumbnail: url };
    }),
};
let arrived = PHOTOS;
/** What the measurement moves from outside: every second message is a new photo, the others are decisions. */
Object.assign(globalThis, {
  message: (count: number) => {
    if (count % 2 === 0) queue.tell(photo(arrived++));
    else queue.decide(`p${(count * 37) % PHOTOS}`, "show", "Ken");
  },
});

const root = document.getElementById("root");
if (root === null) throw new Error("no root");
const page = createElement(QueuePage, { backend });
createRoot(root).render(
  createElement(
    MemoryRouter,
    { initialEntries: ["/host/e/queue"] },
    createElement(
      "div",
      { className: "host" },
      createElement(Routes, null, createElement(Route, { path: "/host/:eventId/queue", element: page })),
    ),
  ),
);
