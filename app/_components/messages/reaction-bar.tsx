'use client';

import { useTranslation } from 'react-i18next';
import { emojiSchema } from '../../../server/protocol/remarks';
import { reactionsTo } from '../../_lib/conversation';
import { runById } from '../../_lib/room-selectors';
import { useRoom } from '../../_lib/studio-context';
import { ReactionButtons } from './reaction-buttons';
import { useStageMoment } from './use-stage-moment';

/** Reacting to what is on the stage. */
export function ReactionBar() {
  const { t } = useTranslation();
  const moment = useStageMoment();
  const remarks = useRoom((state) => state.room?.remarks);
  const me = useRoom((state) => state.session?.memberId);
  const number = useRoom((state) => runById(state, moment?.runId)?.number);
  if (!moment || !remarks || number === undefined) return null;
  return (
    <ReactionButtons
      label={t('messages.reactions', { number, iteration: moment.iteration })}
      moment={moment}
      emoji={emojiSchema.options}
      counts={reactionsTo(remarks, moment, me)}
    />
  );
}
