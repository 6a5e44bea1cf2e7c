import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

// Posts signed photo events at a steady pace, whether answers come or not, and prints how long each answer took.
const [url = "", channelSecret = "", perSecond = "1", seconds = "1"] = process.argv.slice(2);

const answers: number[] = [];
const statuses: Record<string, number> = {};
const underWay: Promise<void>[] = [];
const startedAt = performance.now();
for (let sent = 0; sent < Number(perSecond) * Number(seconds); sent++) {
  const due = startedAt + (sent * 1000) / Number(perSecond);
  if (due > performance.now()) await wait(due - performance.now());
  underWay.push(post());
}
await Promise.all(underWay);
console.log(JSON.stringify({ answers, statuses }));

async function post(): Promise<void> {
  const body = JSON.stringify({ destination: `U${"0".repeat(32)}`, events: [photoEvent()] });
  const signature = createHmac("sha256", channelSecret).update(body).digest("base64");
  const postedAt = performance.now();
  const status = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", "x-line-signature": signature },
    body,
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return String(response.status);
    },
    () => "no answer",
  );
  answers.push(performance.now() - postedAt);
  statuses[status] = (statuses[status] ?? 0) + 1;
}

function photoEvent(): object {
  return {
    type: "message",
    mode: "active",
    timestamp: Date.now(),
    webhookEventId: randomUUID(),
    deliveryContext: { isRedelivery: false },
    replyToken: randomUUID(),
    source: { type: "user", userId: `U${randomBytes(16).toString("hex")}` },
    message: {
      type: "image",
      id: String(BigInt(`0x${randomBytes(7).toString("hex")}`)),
      contentProvider: { type: "line" },
    },
  };
}
