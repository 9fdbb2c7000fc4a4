'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Picture } from '../../../server/protocol/images';
import { setPart, partsOf } from '../../_lib/blend-shares';
import { imageOf } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { StyleRow } from './style-row';
import { useBlend } from './use-blend';
import { useReorder } from './use-reorder';

/** The paintings in their order, which dragging and the arrow keys change, each with its part of the blend. */
export function StyleList({ styles }: { readonly styles: readonly Picture[] }) {
  const { t } = useTranslation();
  const command = useCommand();
  const room = useRoom((state) => state.room);
  const { weights, setWeights } = useBlend(styles);
  const parts = partsOf(weights);
  const [said, setSaid] = useState('');
  /** The picture that the keyboard has moved: its handle would lose the focus on the way. */
  const followed = useRef<string | null>(null);
  const order = styles.map(({ imageId }) => imageId).join();

  const nameOf = ({ imageId }: Picture) => (room && imageOf(room, imageId)?.name) ?? t('images.style');

  async function move(from: number, to: number): Promise<void> {
    const picture = styles[from]!;
    const isDone = await command({ type: 'style:move', imageId: picture.imageId, to });
    if (!isDone) return;
    setSaid(t('images.moved', { name: nameOf(picture), place: to + 1, count: styles.length }));
  }

  const reorder = useReorder(order, move);
  const { list } = reorder;

  useEffect(() => {
    const id = followed.current;
    followed.current = null;
    if (id) list.current?.querySelector<HTMLElement>(`[data-handle="${id}"]`)?.focus();
  }, [order, list]);

  function moveByKey(index: number, direction: 1 | -1): void {
    const to = index + direction;
    if (to < 0 || to >= styles.length) return;
    followed.current = styles[index]!.imageId;
    void move(index, to);
  }

  return (
    <>
      <ul ref={list} className="flex flex-col gap-1.5">
        {styles.map((picture, index) => (
          <li key={picture.imageId} style={reorder.styleOf(index)}>
            <StyleRow
              picture={picture}
              name={nameOf(picture)}
              part={parts[index]!}
              dragged={reorder.isDragged(index)}
              dragHandlers={reorder.handlers(index)}
              onMove={(direction) => moveByKey(index, direction)}
              onPart={(part) => setWeights(setPart(weights, index, part))}
            />
          </li>
        ))}
      </ul>
      <p role="status" className="sr-only">
        {said}
      </p>
    </>
  );
}
