'use client';

import { useTranslation } from 'react-i18next';
import type { Moment } from '../../../server/protocol/moments';
import type { ReactionCount } from '../../_lib/conversation';
import { runById } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { MomentLink } from './moment-link';
import { ReactionButtons } from './reaction-buttons';

interface MomentReactionsProps {
  readonly moment: Moment;
  readonly counts: readonly ReactionCount[];
}

/** All reactions to one moment. */
export function MomentReactions({ moment, counts }: MomentReactionsProps) {
  const { t } = useTranslation();
  const number = useRoom((state) => runById(state, moment.runId)?.number);
  if (number === undefined) return null;
  return (
    <li className="flex flex-wrap items-center gap-2 pl-4.5">
      <ReactionButtons
        label={t('messages.reactions', { number, iteration: moment.iteration })}
        moment={moment}
        emoji={counts.map(({ emoji }) => emoji)}
        counts={counts}
      />
      <MomentLink moment={moment} />
    </li>
  );
}
