import type { DrawnLayer } from '../../_lib/layer-drawing';
import { cx } from '../ui/cx';

/** What of a slab goes to the back, in rem. */
const DEPTH = 0.5;

interface SlabProps {
  readonly layer: DrawnLayer;
  /** Of its face, in rem. */
  readonly height: number;
  readonly shown: boolean;
}

/** A layer as papers draw it: a slab as high as it sees the picture and as thick as it has channels. */
export function Slab({ layer, height, shown }: SlabProps) {
  if (!layer.offered) {
    return (
      <span
        className="mr-2 flex grow items-center justify-center rounded-[2px] font-mono text-[0.6875rem] text-muted outline-1 -outline-offset-1 outline-edge outline-dashed"
        style={{ height: `${height}rem` }}
      >
        {layer.convolution}
      </span>
    );
  }
  const edge = shown ? 'border-ink' : 'border-edge/60';
  return (
    <span className="relative min-w-0 grow" style={{ height: `${height}rem`, marginRight: `${DEPTH}rem` }}>
      <span
        className={cx('absolute inset-x-0 bottom-full origin-bottom-left border bg-line', edge)}
        style={{ height: `${DEPTH}rem`, transform: 'skewX(-45deg)' }}
      />
      <span
        className={cx('absolute inset-y-0 left-full origin-bottom-left border bg-panel', edge)}
        style={{ width: `${DEPTH}rem`, transform: 'skewY(-45deg)' }}
      />
      <span
        className={cx(
          'absolute inset-0 flex items-center justify-center border bg-raised font-mono text-[0.6875rem]',
          edge,
        )}
      >
        {layer.convolution}
      </span>
    </span>
  );
}
