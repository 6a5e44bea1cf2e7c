import type { ChatMessage } from "../memory/chat.ts";
import { storedContent } from "../operations/stored-content.ts";
import { type LineRequest, type LineResponse, ok } from "../wire/exchange.ts";
import type { Route } from "../wire/route.ts";
import type { AdminPorts } from "./admin-ports.ts";
import { awaitAnswer, imageSetIdOf } from "./await-answer.ts";
import * as input from "./parse-input.ts";
import { readFile, readFiles } from "./read-upload.ts";
import { RICH_MENU_ROUTES } from "./rich-menu-routes.ts";
import { userInPath } from "./user-in-path.ts";

type Run = (request: LineRequest, ports: AdminPorts) => LineResponse | Promise<LineResponse>;

export interface AdminRoute extends Route {
  readonly run: Run;
}

const USER = "/local/users/{userId}";
const MESSAGES = `${USER}/messages`;

function idOf(request: LineRequest, ports: AdminPorts): string {
  return userInPath(request, ports).userId;
}

function sent(...messages: readonly ChatMessage[]): LineResponse {
  const messageIds = messages.map((message) => message.messageId);
  const imageSetId = imageSetIdOf(messages[0]);
  return {
    status: 201,
    json: { messageId: messageIds[0], messageIds, ...(imageSetId !== undefined && { imageSetId }) },
  };
}

const createUser: Run = (request, { guests, state }) => {
  const { follow, ...user } = input.parseInput(input.newUserInput, request.body);
  const { userId } = guests.create(user);
  const messageId = follow ? guests.follow(userId).messageId : undefined;
  return { status: 201, json: { user: state.chats.user(userId), messageId } };
};

const chat: Run = (request, ports) => {
  const user = userInPath(request, ports);
  const { chats } = ports.state;
  return ok({ user, messages: chats.messagesOf(user.userId), loadingMs: chats.loadingMs(user.userId) });
};

const showSettings: Run = (_request, { settings, rateLimiter, state }) =>
  ok({ ...settings, rateLimits: rateLimiter.isOn, monthlyQuota: state.quota.limit ?? null });

const changeSettings: Run = (request, ports) => {
  const { rateLimits, monthlyQuota, ...given } = input.parseInput(input.settingsInput, request.body);
  if (rateLimits !== undefined) ports.rateLimiter.isOn = rateLimits;
  if (monthlyQuota !== undefined) ports.state.quota.limit = monthlyQuota ?? undefined;
  Object.assign(ports.settings, given);
  return showSettings(request, ports);
};

const sendRaw: Run = async (request, { state }) => {
  const signature = request.headers["x-line-signature"];
  const isUnsigned = request.query.get("unsigned") === "true";
  return ok(await state.endpoint.sendRaw(request.body, isUnsigned ? null : signature));
};

const content: Run = (request, { state }) => {
  const { bytes, contentType } = storedContent(request, state);
  return {
    status: 200,
    bytes,
    headers: {
      "content-type": contentType,
      "cache-control": "private, max-age=3600",
      "cross-origin-resource-policy": "cross-origin",
    },
  };
};

const sendFile: Run = (request, ports) =>
  sent(ports.guests.sendFile(idOf(request, ports), readFile(request), request.query.get("name") ?? "file"));

const sendImages: Run = async (request, ports) => {
  const isOldPhone = request.query.get("oldPhone") === "true";
  return sent(...ports.guests.sendImages(idOf(request, ports), await readFiles(request), { isOldPhone }));
};

const post = (path: string, run: Run): AdminRoute => ({ method: "POST", path, run });
const get = (path: string, run: Run): AdminRoute => ({ method: "GET", path, run });
const put = (path: string, run: Run): AdminRoute => ({ method: "PUT", path, run });

export const ADMIN_ROUTES: readonly AdminRoute[] = [
  get("/local/bot", (_request, { state }) => ok(state.bot)),
  get("/local/users", (_request, { state }) => ok({ users: state.chats.users() })),
  post("/local/users", createUser),
  get(USER, (request, ports) => ok(userInPath(request, ports))),
  get(`${USER}/chat`, chat),
  post(`${USER}/follow`, (request, ports) => sent(ports.guests.follow(idOf(request, ports)))),
  post(`${USER}/unfollow`, (request, ports) => sent(ports.guests.unfollow(idOf(request, ports)))),
  post(`${MESSAGES}/image`, (request, ports) =>
    sent(...ports.guests.sendImages(idOf(request, ports), [readFile(request)])),
  ),
  post(`${MESSAGES}/images`, sendImages),
  post(`${MESSAGES}/video`, (request, ports) =>
    sent(ports.guests.sendVideo(idOf(request, ports), readFile(request))),
  ),
  post(`${MESSAGES}/file`, sendFile),
  post(`${MESSAGES}/text`, (request, ports) =>
    sent(ports.guests.sendText(idOf(request, ports), input.parseInput(input.textInput, request.body).text)),
  ),
  post(`${MESSAGES}/sticker`, (request, ports) =>
    sent(ports.guests.sendSticker(idOf(request, ports), input.parseInput(input.stickerInput, request.body))),
  ),
  post(`${USER}/postback`, (request, ports) => {
    const { data, displayText, params } = input.parseInput(input.postbackInput, request.body);
    return sent(
      ports.guests.postback(idOf(request, ports), {
        data,
        ...(displayText !== undefined && { displayText }),
        ...(params && { params }),
      }),
    );
  }),
  post(`${MESSAGES}/{messageId}/unsend`, (request, ports) =>
    sent(ports.guests.unsend(idOf(request, ports), request.params["messageId"] ?? "")),
  ),
  get(`${MESSAGES}/{messageId}/answer`, async (request, ports) => ok(await awaitAnswer(request, ports))),
  get("/local/content/{messageId}", content),
  get("/local/settings", showSettings),
  put("/local/settings", changeSettings),
  post("/local/webhook", sendRaw),
  ...RICH_MENU_ROUTES,
];
