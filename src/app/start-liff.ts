import { connectBackend } from "../backend/client.ts";
import { initLiff } from "../liff/init-liff.ts";

/** Never rejects: without LINE or the backend the page itself says kindly what is missing. */
export async function startLiff(): Promise<void> {
  try {
    const { liffId } = await connectBackend();
    await initLiff(liffId);
  } catch (error) {
    console.warn("the page starts without LIFF", error);
  }
}
