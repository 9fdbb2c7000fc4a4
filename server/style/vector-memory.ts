import { vectorKernels } from './generated/vector-kernels';
import { StyleError } from './style-error';

/** A vector that lies in a `VectorMemory`. */
export interface Vector {
  readonly address: number;
}

/** How far `advance` has gone: both are sums over what really changed, after rounding to float32. */
export interface Advance {
  /** `‖s‖²`; finite exactly where the new point is. */
  readonly squaredLength: number;
  /** `s · g`. */
  readonly along: number;
}

/** What vector-kernels.wat exports. */
interface Kernels {
  readonly table: WebAssembly.Global;
  dots(a: number, bytes: number, rows: number): void;
  advance(x: number, g: number, out: number, bytes: number, rows: number): [number, number];
}

/** Vectors begin at multiples of it, and have their bytes filled up to one. */
const ALIGNMENT = 64;
const PAGE = 65_536;
const ROW = 16;

const kernels = new WebAssembly.Module(Uint8Array.from(atob(vectorKernels), (char) => char.charCodeAt(0)));

/**
 * Vectors of one length, stored as float32, and sums over many of them at once: L-BFGS lives from memory traffic, so
 * all vectors of a sum are gone through once, by WebAssembly with SIMD. Sums are taken in float64: a dot product over a
 * million pixels loses the digits that L-BFGS lives from when it is summed in float32.
 *
 * Nobody outside ever holds a part of the memory: vectors are copied in and out, so it may grow and be used again.
 */
export class VectorMemory {
  readonly #length: number;
  /** Of one vector. */
  readonly #bytes: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #kernels: Kernels;
  readonly #vectors: Vector[] = [];
  #unused: Vector[] = [];

  /** @param length of every vector, at least 1 */
  constructor(length: number) {
    this.#length = length;
    this.#bytes = Math.ceil((length * Float32Array.BYTES_PER_ELEMENT) / ALIGNMENT) * ALIGNMENT;
    const { exports } = new WebAssembly.Instance(kernels, { vectors: { memory: this.#memory } });
    this.#kernels = exports as unknown as Kernels;
  }

  /**
   * A vector to write to; what it holds until then is anything.
   *
   * @throws RangeError where the machine has no memory left for it, or all would take more than 4 GiB
   */
  allocate(): Vector {
    return this.#unused.pop() ?? this.#add();
  }

  /** Everything but `vectors` may be allocated again, and must not be used any more. */
  keepOnly(vectors: Iterable<Vector>): void {
    const kept = new Set(vectors);
    this.#unused = this.#vectors.filter((vector) => !kept.has(vector));
  }

  /** @throws StyleError `bad-picture` where the length is another one */
  write(vector: Vector, values: Float32Array): void {
    if (values.length !== this.#length) {
      throw new StyleError('bad-picture', `${values.length} values instead of ${this.#length}`);
    }
    const place = new Float32Array(
      this.#memory.buffer,
      vector.address,
      this.#bytes / values.BYTES_PER_ELEMENT,
    );
    place.set(values);
    place.fill(0, values.length);
  }

  /** Allocates a vector and writes to it. */
  store(values: Float32Array): Vector {
    const vector = this.allocate();
    this.write(vector, values);
    return vector;
  }

  /** @param out of the vectors' length */
  read(vector: Vector, out: Float32Array): void {
    out.set(new Float32Array(this.#memory.buffer, vector.address, this.#length));
  }

  /** `a · v` for every `v` of `vectors`. It is finite for `v = a` exactly where all of `a` is. */
  dots(a: Vector, vectors: readonly Vector[]): number[] {
    const rows = this.#fillTable(vectors, [], a);
    this.#kernels.dots(a.address, this.#bytes, rows);
    const table = this.#table(rows);
    return vectors.map((_, row) => table.getFloat64(ROW * row + 8, true));
  }

  /**
   * `out = x + Σ c_k v_k`, with `s = out − x`.
   *
   * @param g what `s` is multiplied with for `along`
   * @param out none of the others
   */
  advance(
    x: Vector,
    coefficients: readonly number[],
    vectors: readonly Vector[],
    g: Vector,
    out: Vector,
  ): Advance {
    const rows = this.#fillTable(vectors, coefficients, x);
    const sums = this.#kernels.advance(x.address, g.address, out.address, this.#bytes, rows);
    return { squaredLength: sums[0], along: sums[1] };
  }

  /**
   * Rows for the kernels, which take four at a time: the last ones are filled up with `filler`, and 0 of it.
   *
   * @returns how many there are
   */
  #fillTable(vectors: readonly Vector[], values: readonly number[], filler: Vector): number {
    const rows = 4 * Math.max(1, Math.ceil(vectors.length / 4));
    const table = this.#table(rows);
    for (let row = 0; row < rows; row += 1) {
      table.setUint32(ROW * row, (vectors[row] ?? filler).address, true);
      table.setFloat64(ROW * row + 8, values[row] ?? 0, true);
    }
    return rows;
  }

  /** @throws RangeError where there are more rows than have room before the vectors: some two thousand */
  #table(rows: number): DataView {
    const from = this.#kernels.table.value as number;
    if (from + ROW * rows > PAGE) throw new RangeError(`${rows} vectors in one sum`);
    return new DataView(this.#memory.buffer, from, ROW * rows);
  }

  #add(): Vector {
    const vector = { address: PAGE + this.#vectors.length * this.#bytes };
    const missing = vector.address + this.#bytes - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    this.#vectors.push(vector);
    return vector;
  }
}
