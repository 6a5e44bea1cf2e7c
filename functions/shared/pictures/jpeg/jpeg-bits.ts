/**
 * The entropy-coded part of a JPEG, bit by bit. A marker ends it: behind it come invented zeros, so that the last code can be
 * looked up; `isSpent` tells when one of them was used.
 */
export class JpegBits {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #count = 0;
  #invented = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Where the marker behind these bits is, or something before it. */
  get at(): number {
    return this.#at;
  }

  get isSpent(): boolean {
    return this.#invented > this.#count;
  }

  peek16(): number {
    if (this.#count < 16) this.#fill();
    return (this.#bits >>> (this.#count - 16)) & 0xffff;
  }

  skip(count: number): void {
    this.#count -= count;
  }

  /** `count` is 0..16. */
  read(count: number): number {
    if (this.#count < count) this.#fill();
    this.#count -= count;
    return (this.#bits >>> this.#count) & ((1 << count) - 1);
  }

  /** A number of `count` bits, of which the lower half stands for negative ones. */
  readSigned(count: number): number {
    const value = this.read(count);
    return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
  }

  /** Goes on behind a restart marker; false when there is none. */
  restart(): boolean {
    while (this.#bytes[this.#at] === 0xff && this.#bytes[this.#at + 1] === 0xff) this.#at += 1;
    const marker = this.#bytes[this.#at] === 0xff ? (this.#bytes[this.#at + 1] ?? 0) : 0;
    if (marker < 0xd0 || marker > 0xd7) return false;
    this.#at += 2;
    this.#count = this.#invented = 0;
    return true;
  }

  #fill(): void {
    while (this.#count <= 16) {
      let byte = this.#bytes[this.#at] ?? 0;
      if (this.#at >= this.#bytes.length || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) {
        byte = 0;
        this.#invented += 8;
      } else {
        this.#at += byte === 0xff ? 2 : 1;
      }
      this.#bits = (this.#bits << 8) | byte;
      this.#count += 8;
    }
  }
}
