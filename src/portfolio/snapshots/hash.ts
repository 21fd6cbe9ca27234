const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** FNV-1a over numbers and texts, with a stir after each: enough to tell one state of a list from another, no secret. */
export class Hash {
  #state: number;

  constructor(seed = OFFSET) {
    this.#state = seed >>> 0;
  }

  /** From the start again. */
  begin(seed = OFFSET): this {
    this.#state = seed >>> 0;
    return this;
  }

  /** 32 bits. */
  get value(): number {
    return this.#state;
  }

  number(value: number): this {
    // −0 is 0.
    float[0] = value + 0;
    return this.#mix(words[0]).#mix(words[1]);
  }

  text(text: string): this {
    for (let i = 0; i < text.length; i++) this.#mix(text.charCodeAt(i));
    return this.#mix(0x1f);
  }

  #mix(word: number): this {
    const mixed = Math.imul(this.#state ^ word, PRIME);
    this.#state = (mixed ^ (mixed >>> 15)) >>> 0;
    return this;
  }
}

/** 64 bits of a text as 16 hexadecimal digits. */
export function digestOf(text: string): string {
  const half = (seed: number) => new Hash(seed).text(text).value.toString(16).padStart(8, "0");
  return half(OFFSET) + half(0x050c5d1f);
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The last 18 bits of a hash in three letters. */
export const threeLetters = (hash: number): string =>
  letters[hash & 63] + letters[(hash >>> 6) & 63] + letters[(hash >>> 12) & 63];
