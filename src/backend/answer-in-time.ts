/** The API answers within 30 s or says that it cannot; what takes longer was lost on the way. */
export const ANSWER_MS = 35_000;

/** The answer, or a rejection after `ANSWER_MS`: a line that broke silently would be waited for without end. */
export async function answerInTime<T>(answering: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_answer, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(new Error(`no answer in ${ANSWER_MS} ms`));
    }, ANSWER_MS);
  });
  try {
    return await Promise.race([answering, late]);
  } finally {
    clearTimeout(timer);
  }
}
