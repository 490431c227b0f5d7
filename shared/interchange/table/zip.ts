import { LIMITS, TableRefusal } from './model.ts';

/** Unpacks a deflated stream to at most `max` bytes. Given from outside: this layer has no platform. */
export type Inflate = (bytes: Uint8Array, max: number) => Uint8Array | 'tooLarge' | 'broken';

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT = 65_535;

const broken = (): TableRefusal => new TableRefusal('BROKEN_ZIP');

/**
 * The parts of a zip file. Sizes in its directory are claims of whoever wrote it: what counts is what comes
 * out while unpacking, part by part and in all.
 */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #inflate: Inflate;
  readonly #entries = new Map<string, Entry>();
  #left: number = LIMITS.totalBytes;

  /** @throws TableRefusal BROKEN_ZIP, UNPACKS_TOO_LARGE for too many entries */
  constructor(bytes: Uint8Array, inflate: Inflate) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#inflate = inflate;
    this.#readDirectory();
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  /** The content of a part, null if there is none of that name. @throws TableRefusal */
  read(name: string): Uint8Array | null {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return null;
    if (entry.encrypted) throw new TableRefusal('ENCRYPTED');
    const { offset, packed, method } = entry;
    if (offset + 30 > this.#bytes.length || this.#view.getUint32(offset, true) !== LOCAL) throw broken();
    const from =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (from + packed > this.#bytes.length) throw broken();
    const raw = this.#bytes.subarray(from, from + packed);
    const max = Math.min(LIMITS.partBytes, this.#left);
    const out = method === 0 ? raw : method === 8 ? this.#inflate(raw, max) : 'broken';
    if (out === 'tooLarge' || (out !== 'broken' && out.length > max))
      throw new TableRefusal('UNPACKS_TOO_LARGE');
    if (out === 'broken') throw broken();
    this.#left -= out.length;
    return out;
  }

  #findEnd(): number {
    const lowest = Math.max(0, this.#bytes.length - END_BYTES - MAX_COMMENT);
    for (let at = this.#bytes.length - END_BYTES; at >= lowest; at--)
      if (this.#view.getUint32(at, true) === END) return at;
    throw broken();
  }

  #readDirectory(): void {
    const end = this.#findEnd();
    const count = this.#view.getUint16(end + 10, true);
    if (count > LIMITS.zipEntries) throw new TableRefusal('UNPACKS_TOO_LARGE');
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      if (at + 46 > this.#bytes.length || this.#view.getUint32(at, true) !== CENTRAL) throw broken();
      const length = this.#view.getUint16(at + 28, true);
      const name = String.fromCharCode(...this.#bytes.subarray(at + 46, at + 46 + Math.min(length, 1000)));
      this.#entries.set(name.replaceAll('\\', '/').toLowerCase(), {
        encrypted: (this.#view.getUint16(at + 8, true) & 1) !== 0,
        method: this.#view.getUint16(at + 10, true),
        packed: this.#view.getUint32(at + 20, true),
        offset: this.#view.getUint32(at + 42, true),
      });
      at += 46 + length + this.#view.getUint16(at + 30, true) + this.#view.getUint16(at + 32, true);
    }
  }
}
