import type { Collection } from '../../server/retention/collect';

type Removal = Collection['removed'][number];

/** What was removed, or would be, line by line, with sizes and reasons; then all together. */
export function formatCollection(collection: Collection, isDry: boolean): string {
  const { plan, removed, bytesLeft, strays, forgotten } = collection;
  const lines = [
    ...removed.map((removal) => line(removal.object.bytes, removal.object.key, describe(removal))),
    ...strays.map(({ bytes, path, why }) => line(bytes, path, why)),
    ...forgotten.map((roomId) => line(0, `room ${roomId}`, 'deleted long ago')),
  ];
  const bytes = [...removed.map(({ object }) => object), ...strays].reduce(
    (sum, file) => sum + file.bytes,
    0,
  );
  const what = isDry ? 'Would remove' : 'Removed';
  lines.push(
    `${what} ${lines.length} (${size(bytes)}). ${size(plan.bytes)} in objects, ${size(bytesLeft)} ${isDry ? 'would be left' : 'are left'}.`,
  );
  return `${lines.join('\n')}\n`;
}

function describe({ why, kind }: Removal): string {
  switch (why) {
    case 'unnamed':
      return 'no room names it';
    case 'age':
      return `old (${kind})`;
    case 'size':
      return `the oldest, as all together takes too much room (${kind})`;
  }
}

const line = (bytes: number, what: string, why: string) => `${size(bytes).padStart(9)}  ${what}  ${why}`;

function size(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(1)} ${unit}`;
}
