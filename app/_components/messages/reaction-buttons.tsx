'use client';

import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../server/protocol/moments';
import type { Emoji } from '../../../server/protocol/remarks';
import { formatList } from '../../_lib/format';
import type { ReactionCount } from '../../_lib/conversation';
import { useCommand } from '../../_lib/studio-context';
import { cx } from '../ui/cx';

interface ReactionButtonsProps {
  readonly label: string;
  readonly moment: Moment;
  readonly emoji: readonly Emoji[];
  readonly counts: readonly ReactionCount[];
}

/** Emoji to press: one's own is set, and taken away with the next press. */
export function ReactionButtons({ label, moment, emoji, counts }: ReactionButtonsProps) {
  const { t } = useTranslation();
  const command = useCommand();
  return (
    <div role="group" aria-label={label} className="flex flex-wrap gap-1">
      {emoji.map((one) => {
        const given = counts.find((count) => count.emoji === one);
        const mine = given?.mine ?? false;
        const name = given
          ? t('messages.reactedBy', { emoji: one, names: formatList(given.names, t) })
          : t('messages.react', { emoji: one });
        return (
          <button
            key={one}
            type="button"
            aria-label={name}
            title={given && formatList(given.names, t)}
            aria-pressed={mine}
            onClick={() => void command({ type: 'reaction:set', emoji: one, moment, on: !mine })}
            className={cx(
              'flex h-8 min-w-8 items-center justify-center gap-1 rounded-lg px-1.5 ring-inset',
              mine ? 'bg-accent-soft ring-2 ring-accent' : 'ring-1 ring-line hover:ring-edge',
            )}
          >
            <span aria-hidden>{one}</span>
            {given && (
              <span aria-hidden className="text-xs tabular-nums">
                {given.count}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
