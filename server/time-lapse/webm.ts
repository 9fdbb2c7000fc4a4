/** A film that is being put together. */
export interface WebM {
  /**
   * @param frame a key frame of VP8
   * @param begin seconds, after that of the frame before
   */
  add(frame: Uint8Array, begin: number): Promise<void>;
  /**
   * The whole file.
   * @param end seconds; the last frame is shown until then
   */
  finish(end: number): Promise<Uint8Array>;
}

/** Begins a WebM of VP8 frames, each of this size in pixels. */
export async function openWebM(size: { readonly width: number; readonly height: number }): Promise<WebM> {
  // Only now: it takes half a second, which a start of the server need not.
  const { BufferTarget, EncodedPacket, EncodedVideoPacketSource, Output, WebMOutputFormat } =
    await import('mediabunny');
  const target = new BufferTarget();
  const output = new Output({ format: new WebMOutputFormat(), target });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source, { hasOnlyKeyPackets: true });
  await output.start();
  const decoderConfig = { codec: 'vp8', codedWidth: size.width, codedHeight: size.height };
  let last = new Uint8Array();
  const add = (frame: Uint8Array, begin: number) => {
    last = Uint8Array.from(frame);
    return source.add(new EncodedPacket(frame, 'key', begin, 0), { decoderConfig });
  };
  return {
    add,
    async finish(end) {
      await add(last, end); // of a last frame, players know when it begins and not how long it stays
      await output.finalize();
      if (!target.buffer) throw new Error('a film was finished without its bytes');
      return new Uint8Array(target.buffer);
    },
  };
}
