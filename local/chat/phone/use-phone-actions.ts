import type { messagingApi } from "@line/bot-sdk";
import { useState } from "react";
import type { Action } from "../flex/flex-types.ts";
import type { Sample } from "../talk/surroundings.ts";
import { useTalkStore } from "../talk/use-talk.ts";
import { words } from "../words/words.ts";
import { linkTarget } from "./link-target.ts";
import type { DatetimePicker } from "./sheets.tsx";
import type { Notice } from "./use-notice.tsx";

/** What covers the chat. */
export type Cover =
  | { readonly kind: "page"; readonly url: string }
  | { readonly kind: "picture"; readonly url: string }
  | { readonly kind: "moment"; readonly action: DatetimePicker };

export interface PhoneActions {
  readonly cover: Cover | undefined;
  readonly setCover: (cover: Cover | undefined) => void;
  /** Resolves to whether it was sent. */
  readonly sendText: (text: string) => Promise<boolean>;
  readonly sendFiles: (files: readonly Blob[]) => void;
  readonly sendSamples: (samples: readonly Sample[]) => void;
  readonly sendSticker: (sticker: { packageId: string; stickerId: string }) => void;
  readonly unsend: (messageId: string) => void;
  readonly setFriend: (isFriend: boolean) => void;
  readonly openUrl: (url: string) => void;
  readonly pickMoment: (action: DatetimePicker, moment: string) => void;
  readonly copy: (text: string) => void;
  readonly run: (action: Action) => void;
}

interface Pickers {
  readonly camera: () => void;
  readonly album: () => void;
}

const PARAMETERS = { date: "date", time: "time", datetime: "datetime" } as const;

/** Everything that a guest can do on the phone. Failures are told on its screen. */
export function usePhoneActions(userId: string, pickers: Pickers, { report, tell }: Notice): PhoneActions {
  const store = useTalkStore();
  const [cover, setCover] = useState<Cover>();
  const send = (run: () => Promise<unknown>) => void report(run, words.sendFailed);
  const sendText = (text: string) => report(() => store.client.sendText(userId, text), words.sendFailed);
  const sendFiles = (files: readonly Blob[]) => send(() => sendMedia(files));
  const openUrl = (url: string) => void report(() => open(url), words.openFailed);
  const copy = (text: string) =>
    void report(() => navigator.clipboard.writeText(text).then(() => tell(words.copied)), words.openFailed);

  async function sendMedia(chosen: readonly Blob[]): Promise<void> {
    const files = chosen.filter((file) => file.size > 0);
    // A phone's album sends videos one by one; whatever else is chosen is sent as a picture, good or bad.
    const videos = files.filter((file) => file.type.startsWith("video/"));
    const images = files.filter((file) => !videos.includes(file));
    if (files.length < chosen.length) tell(words.emptyFile);
    for (const video of videos) await store.client.sendVideo(userId, video);
    if (images.length > 0) await store.client.sendImages(userId, images);
  }

  async function open(url: string): Promise<void> {
    switch (linkTarget(url, store.client.origin)) {
      case "camera":
        return pickers.camera();
      case "album":
        return pickers.album();
      case "liff":
        return setCover({ kind: "page", url: await store.client.openLiff(userId, url) });
      case "page":
        return setCover({ kind: "page", url });
      case "outside":
        window.open(url, "_blank", "noopener");
        return undefined;
      case "nothing":
        throw new Error(url);
    }
  }

  function tapButton(action: messagingApi.PostbackAction | messagingApi.RichMenuSwitchAction): Promise<void> {
    const { data = "" } = action;
    if (action.type === "richmenuswitch")
      return store.client.tapTab(userId, { richMenuAliasId: action.richMenuAliasId ?? "", data });
    const { displayText } = action;
    return store.client.postback(userId, { data, ...(displayText !== undefined && { displayText }) });
  }

  function run(action: Action): void {
    switch (action.type) {
      case "message":
        return void sendText(action.text ?? action.label ?? "");
      case "postback":
      case "richmenuswitch":
        return send(() => tapButton(action));
      case "uri":
        return openUrl(action.uri ?? "");
      case "camera":
        return pickers.camera();
      case "cameraRoll":
        return pickers.album();
      case "clipboard":
        return copy(action.clipboardText);
      case "datetimepicker":
        return setCover({ kind: "moment", action });
      default:
        return tell(words.noLocation);
    }
  }

  return {
    cover,
    setCover,
    sendText,
    sendFiles,
    sendSamples: (samples) =>
      send(async () =>
        sendMedia(await Promise.all(samples.map(async ({ url }) => (await fetch(url)).blob()))),
      ),
    sendSticker: (sticker) => send(() => store.client.sendSticker(userId, sticker)),
    unsend: (messageId) => send(() => store.client.unsend(userId, messageId)),
    setFriend: (isFriend) =>
      send(() => (isFriend ? store.client.follow(userId) : store.client.unfollow(userId))),
    openUrl,
    pickMoment: (action, moment) => {
      setCover(undefined);
      const params = { [PARAMETERS[action.mode ?? "datetime"]]: moment };
      send(() => store.client.postback(userId, { data: action.data ?? "", params }));
    },
    copy,
    run,
  };
}
