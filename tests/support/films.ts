import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';

/** What a player would find in a film. */
export interface ReadFilm {
  readonly codec: string | null;
  readonly width: number;
  readonly height: number;
  /** Seconds. */
  readonly duration: number;
  readonly frames: readonly {
    readonly timestamp: number;
    readonly key: boolean;
    readonly bytes: Uint8Array;
  }[];
}

export async function readFilm(bytes: Uint8Array): Promise<ReadFilm> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
  try {
    const track = await input.getPrimaryVideoTrack();
    if (!track) throw new Error('a film without a picture');
    const frames: { timestamp: number; key: boolean; bytes: Uint8Array }[] = [];
    for await (const packet of new EncodedPacketSink(track).packets()) {
      frames.push({ timestamp: packet.timestamp, key: packet.type === 'key', bytes: packet.data });
    }
    return {
      codec: await track.getCodec(),
      width: await track.getCodedWidth(),
      height: await track.getCodedHeight(),
      duration: await input.computeDuration(),
      frames,
    };
  } finally {
    input.dispose();
  }
}
