import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { messagingApi } from "@line/bot-sdk";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { explain } from "../../cli/line-setup/explain.ts";
import { lineSetup } from "../../cli/line-setup/line-setup.ts";
import type { Channel } from "../../cli/line-setup/open-channel.ts";
import { setStage, type Stage } from "./line-harness.ts";
import { asBlob, finishedMenu } from "./line-rich-menu-harness.ts";
import { runSetup } from "./line-setup-harness.ts";

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ monthlyQuota: 10 });
});
afterEach(() => stage.close());

const run = (words?: string, channel?: Partial<Channel>) => runSetup(stage, words, channel);

describe("the channel", () => {
  it("is told to be well", async () => {
    const { code, said, complained } = await run("--check", { webhookUrl: `${stage.bot.url}/webhook` });
    expect(said).toContain(`it is the bot Egao (${stage.line.bot.basicId})`);
    expect(said).toContain("LINE's test of the webhook was answered rightly.");
    expect(said).toContain("Messages this month: 0 of 10.");
    expect([code, complained]).toEqual([0, ""]);
  });

  it.each<[number | "hang", string]>([
    [401, 'must be this channel\'s "Channel secret"'],
    [404, "the address is not the bot's"],
    [500, "look at the function's log"],
    ["hang", "no answer came in time"],
  ])("complains when the bot answers LINE's test with %s", async (answer, words) => {
    stage.bot.answers.push(answer);
    const { code, complained } = await run("--check");
    expect(code).toBe(1);
    expect(complained).toContain(words);
  });

  it("complains when nobody answers, or LINE knows another address or none", async () => {
    await stage.api.setWebhookEndpoint({ endpoint: "http://127.0.0.1:9/webhook" });
    const elsewhere = await run("--check", { webhookUrl: "https://bot.example.org/" });
    expect(elsewhere.code).toBe(1);
    expect(elsewhere.complained).toContain("nobody answers at that address");
    expect(elsewhere.complained).toContain("but the deployed bot listens at https://bot.example.org/");
    stage.line.faults.set({ calls: { "line:getWebhookEndpoint": { failBefore: 1, status: 404 } } });
    const none = await run("--check");
    expect([none.code, none.complained]).toEqual([1, expect.stringContaining("LINE knows no webhook URL")]);
  });

  /** The channel as it is after somebody touched its switches, which the stand-in does not have. */
  const switched = (answers: object): Partial<Channel> => ({
    api: Object.assign(Object.create(stage.api), answers),
  });

  it("complains when the webhook is switched off, and says where to switch it on", async () => {
    const known = await stage.api.getWebhookEndpoint();
    const off = switched({ getWebhookEndpoint: async () => ({ ...known, active: false }) });
    const { code, complained } = await run("--check", off);
    expect(code).toBe(1);
    expect(complained).toContain('"Use webhook" is off: the bot hears nothing. Switch it on:');
    expect(complained).toContain("Webhook settings");
  });

  it("tells of people who may answer beside the bot", async () => {
    const bot = await stage.api.getBotInfo();
    const { code, said } = await run(
      "--check",
      switched({ getBotInfo: async () => ({ ...bot, chatMode: "chat" }) }),
    );
    expect([code, said]).toEqual([0, expect.stringContaining("The account's chat is on")]);
  });

  it("tells that a plan has no limit", async () => {
    const { said } = await run("--check", switched({ getMessageQuota: async () => ({ type: "none" }) }));
    expect(said).toContain("Messages this month: 0, without a limit.");
  });

  it("gets the address with --webhook, but not with --check", async () => {
    const webhookUrl = `${stage.bot.url}/new`;
    const words = "--line --webhook https://example.org/";
    await run(`${words} --check`, { webhookUrl });
    expect((await stage.api.getWebhookEndpoint()).endpoint).toBe(`${stage.bot.url}/webhook`);
    expect((await run(words, { webhookUrl })).code).toBe(0);
    expect((await stage.api.getWebhookEndpoint()).endpoint).toBe(webhookUrl);
  });

  it("of LINE itself comes with what only a person can see", async () => {
    const { code, said } = await run("--check", { isLocal: false });
    expect(code).toBe(0);
    expect(said).toContain('"Webhook redelivery" must be on');
    expect(said).toContain("the LINE Login channel 1234567890");
    expect(said).toContain("under the same provider");
  });

  it("tells when the month's messages are nearly used up", async () => {
    const { userId } = stage.line.guests.create({ displayName: "花子" });
    stage.line.guests.follow(userId);
    for (let pushed = 0; pushed < 9; pushed += 1)
      await stage.api.pushMessage({ to: userId, messages: [{ type: "text", text: "x" }] });
    const { code, said } = await run("--check");
    expect(said).toContain("9 of 10. Answers to guests go on");
    expect(code).toBe(0);
  });
});

describe("what LINE refuses is explained", () => {
  it("for a token that is not good, without telling it", async () => {
    const api = new messagingApi.MessagingApiClient({ channelAccessToken: "s3cret", baseURL: stage.origin });
    const error: unknown = await run("", { api }).catch((reason: unknown) => reason);
    expect(explain(error)).toContain("The channel access token is not good");
    expect(explain(error)).not.toContain("s3cret");
  });

  it("for a refusal and for too many calls", async () => {
    const menu = await finishedMenu(stage);
    const again: unknown = await stage.blob
      .setRichMenuImage(menu, asBlob(Buffer.from("x")))
      .catch((reason: unknown) => reason);
    expect(explain(again)).toMatch(/^LINE refused\.\n\(400: .*image size.*; request [0-9a-f-]{36}\)$/u);
    stage.line.faults.set({ calls: { "line:getBotInfo": { failBefore: 1, status: 429 } } });
    const many: unknown = await run().catch((reason: unknown) => reason);
    expect(explain(many)).toContain("LINE takes no more at the moment");
  });
});

describe("the command", () => {
  async function command(args: string, env: Record<string, string> = {}) {
    const cwd = mkdtempSync(join(tmpdir(), "line-setup-"));
    onTestFinished(() => rmSync(cwd, { recursive: true }));
    writeFileSync(join(cwd, "empty.json"), JSON.stringify({ custom: {} }));
    const lines: string[] = [];
    const tell = (line: string): void => void lines.push(line);
    const code = await lineSetup(args.split(" "), { cwd, env, print: tell, complain: tell });
    return { code, told: lines.join("\n") };
  }

  it("ends with a number that tells what was wrong", async () => {
    const token = { LINE_CHANNEL_ACCESS_TOKEN: "s3cret" };
    expect(await command("--help")).toMatchObject({ code: 0 });
    expect((await command("--language fr")).code).toBe(2);
    const without = await command("--line");
    expect([without.code, without.told]).toEqual([2, expect.stringContaining("LINE_CHANNEL_ACCESS_TOKEN")]);
    expect(without.told).toContain("Channel access token");
    const blank = await command("--line", { LINE_CHANNEL_ACCESS_TOKEN: " " });
    expect([blank.code, blank.told]).toEqual([without.code, without.told]);
    expect((await command("--line", token)).code).toBe(3);
    const silent = await command("--line --outputs empty.json", token);
    expect([silent.code, silent.told]).toEqual([3, expect.stringContaining("--liff")]);
    const nobody = await command("--port 9");
    expect([nobody.code, nobody.told]).toEqual([4, expect.stringContaining("No Egao answers on port 9")]);
  });
});
