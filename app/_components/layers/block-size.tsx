'use client';

import { useTranslation } from 'react-i18next';
import { blockSize } from '../../_lib/layer-drawing';
import { aspectOf, settingOf } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';

/** At which size a block sees the picture; without a photograph only its long side is known. */
export function BlockSize({ block }: { readonly block: number }) {
  const { t } = useTranslation();
  const side = useRoom((state) => settingOf(state, 'size')) ?? 0;
  const aspect = useRoom(({ room }) => (room?.setup.content ? aspectOf(room, room.setup.content) : null));
  const { width, height } = blockSize(side, aspect ?? 1, block);
  return (
    <span className="whitespace-nowrap tabular-nums">
      {aspect === null ? t('layers.side', { side: width }) : t('layers.size', { width, height })}
    </span>
  );
}
