import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Network } from '../../style/network';
import { assembleNetwork, type ReadTarget, type StoredTensor } from '../assemble';
import { weightsRefused } from '../refused';

const BYTES_PER_VALUE = { F16: 2, F32: 4 } as const;

const tensorSchema = z.object({
  dtype: z.enum(['F16', 'F32']),
  shape: z.array(z.number().int().positive()),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
});

const metadataSchema = z.object({
  format: z.literal('atelier-network'),
  name: z.string(),
  layout: z.literal('OIHW'),
  mean: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.tuple([z.number(), z.number(), z.number()])),
});

const headerSchema = z.object({ __metadata__: metadataSchema }).catchall(tensorSchema);

/**
 * Reads a network from a safetensors file (https://huggingface.co/docs/safetensors: eight bytes of header length, a
 * JSON header, then the tensors): `<layer>.weight` in OIHW and `<layer>.bias`, float16 or float32, and metadata that
 * says what it is (`format: atelier-network`).
 *
 * @throws AppError `weights-refused` where the file is damaged, is another network, lacks a tensor or has one of
 *   another shape
 */
export async function readSafetensors(path: string, target: ReadTarget): Promise<Network> {
  const file = await readFile(path).catch((error: unknown) => {
    throw weightsRefused(path, 'cannot be read', error);
  });
  const { header, start } = parseHeader(path, file);
  const { __metadata__: metadata, ...tensors } = header;
  if (metadata.name !== target.id) {
    throw weightsRefused(path, `holds the network "${metadata.name}" in place of "${target.id}"`);
  }
  // A network with another mean would run, and every activation would be a little wrong.
  const { mean } = target.architecture.preprocessing;
  if (mean.some((value, channel) => Math.abs(value - metadata.mean[channel]) > 1e-6)) {
    throw weightsRefused(
      path,
      `was trained with another mean colour: [${metadata.mean}] in place of [${mean}]`,
    );
  }
  const tensor = (name: string): StoredTensor => {
    const entry = tensors[name];
    if (entry === undefined) throw weightsRefused(path, `lacks the tensor ${name}`);
    const bytes = entry.shape.reduce((product, n) => product * n, BYTES_PER_VALUE[entry.dtype]);
    const [from, to] = entry.data_offsets;
    if (to - from !== bytes) throw weightsRefused(path, `has a wrong length for the tensor ${name}`);
    if (start + to > file.length)
      throw weightsRefused(path, `is cut off before the end of the tensor ${name}`);
    return { shape: entry.shape, data: decode(file.subarray(start + from, start + to), entry.dtype) };
  };
  return assembleNetwork(target, path, 'OIHW', (layer) => ({
    weight: tensor(`${layer}.weight`),
    bias: tensor(`${layer}.bias`),
  }));
}

function parseHeader(path: string, file: Buffer): { header: z.infer<typeof headerSchema>; start: number } {
  const length = file.length >= 8 ? Number(file.readBigUInt64LE(0)) : Infinity;
  if (8 + length > file.length) throw weightsRefused(path, 'is cut off, or is not a safetensors file');
  try {
    const header = headerSchema.parse(JSON.parse(file.toString('utf8', 8, 8 + length)));
    return { header, start: 8 + length };
  } catch (error) {
    throw weightsRefused(path, 'has a header that Atelier cannot use', error);
  }
}

function decode(bytes: Buffer, dtype: keyof typeof BYTES_PER_VALUE): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = new Float32Array(bytes.length / BYTES_PER_VALUE[dtype]);
  for (let i = 0; i < data.length; i++) {
    data[i] = dtype === 'F32' ? view.getFloat32(i * 4, true) : halfToNumber(view.getUint16(i * 2, true));
  }
  return data;
}

/** IEEE 754 binary16. `DataView.getFloat16` comes with Node 24. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
