'use client';

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { conversationOf } from '../../_lib/conversation';
import { mayEdit } from '../../_lib/room-selectors';
import { markSeen } from '../../_lib/seen-messages';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { Composer } from './composer';
import { MessageItem } from './message-item';
import { MomentReactions } from './moment-reactions';
import { ReactionBar } from './reaction-bar';

const none: readonly never[] = [];
/** About the height of two messages. */
const NEAR_END_PX = 240;

/** What was said, and saying something, about the room or about a moment of a run. */
export function MessagePanel() {
  const { t } = useTranslation();
  const { roomId } = useStudio();
  const remarks = useRoom((state) => state.room?.remarks) ?? none;
  const me = useRoom((state) => state.session?.memberId);
  const writer = useRoom(mayEdit);
  const list = useRef<HTMLDivElement>(null);
  const latest = remarks.at(-1)?.number ?? 0;

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // Who reads what was said before is not torn away from it.
    if (element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX) {
      element.scrollTop = element.scrollHeight;
    }
    // Seen is what was in view: the panel may be there under another one.
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) markSeen(roomId, latest);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [roomId, latest]);

  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, []);

  return (
    <div className="flex min-h-0 flex-col gap-3">
      {remarks.length === 0 && <p className="text-muted">{t('messages.empty')}</p>}
      <div
        ref={list}
        // Reached by keyboard, so that it can be scrolled.
        tabIndex={remarks.length > 0 ? 0 : -1}
        role="log"
        aria-label={t('messages.list')}
        className="max-h-96 min-h-0 overflow-y-auto rounded-md outline-offset-2"
      >
        <ul className="flex flex-col gap-3">
          {conversationOf(remarks, me).map((said) =>
            said.kind === 'message' ? (
              <MessageItem key={said.message.number} message={said.message} />
            ) : (
              <MomentReactions
                key={`${said.moment.runId}-${said.moment.iteration}`}
                moment={said.moment}
                counts={said.counts}
              />
            ),
          )}
        </ul>
      </div>
      <ReactionBar />
      {writer ? <Composer /> : <p className="text-xs text-muted">{t('messages.viewer')}</p>}
    </div>
  );
}
