import type { Nets } from "./nets.ts";
import type { Picture } from "./picture.ts";
import type { ObjectReading } from "./reading.ts";

/** Things of everyday life (COCO's 80 classes); the net is loaded with the first picture. */
export async function readObjects({ tf, objects }: Nets, picture: Picture): Promise<ObjectReading[]> {
  const input = tf.tensor3d(picture.pixels, [picture.height, picture.width, 3], "int32");
  try {
    const result = await objects.detect(input as never); // see find-faces.ts
    if (result.error) throw new Error(`object detection failed: ${result.error}`);
    return result.object.map(({ label, score, boxRaw: [left, top, width, height] }) => ({
      name: label,
      score,
      box: { left, top, width, height },
    }));
  } finally {
    input.dispose();
  }
}
