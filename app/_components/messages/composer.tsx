'use client';

import { Pin, SendHorizontal, X } from 'lucide-react';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_MESSAGE_LENGTH } from '../../../server/protocol/limits';
import type { Moment } from '../../../server/protocol/moments';
import { messageTextSchema } from '../../../server/protocol/remarks';
import { runInSentence } from '../../_lib/run-title';
import { runById } from '../../_lib/room-selectors';
import { useCommand, useRoom } from '../../_lib/studio-context';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';
import { useStageMoment } from './use-stage-moment';

/** From here on it is said how many characters are left. */
const NEARLY_FULL = MAX_MESSAGE_LENGTH - 60;

/** Writes a message, which is about the moment on the stage unless that is taken off. */
export function Composer() {
  const { t } = useTranslation();
  const command = useCommand();
  const onStage = useStageMoment();
  const [text, setText] = useState('');
  const [pinned, setPinned] = useState(true);
  // The picture goes on while one writes: the message is about what was there when it was begun.
  const [begun, setBegun] = useState<Moment | null>(null);
  const [sending, setSending] = useState(false);
  const moment = pinned ? (text === '' ? onStage : begun) : null;

  function write(next: string): void {
    if (text === '') setBegun(onStage);
    setText(next);
  }

  async function send(): Promise<void> {
    const parsed = messageTextSchema.safeParse(text);
    if (!parsed.success || sending) return;
    setSending(true);
    const sent = await command({ type: 'message:post', text: parsed.data, moment });
    setSending(false);
    if (!sent) return;
    setText('');
    setPinned(true);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send();
      }}
      className="flex flex-col gap-2"
    >
      <About
        moment={moment}
        onUnpin={() => setPinned(false)}
        onPin={
          onStage &&
          (() => {
            setPinned(true);
            setBegun(onStage);
          })
        }
      />
      <div className="flex items-end gap-2">
        <textarea
          value={text}
          rows={2}
          maxLength={MAX_MESSAGE_LENGTH}
          aria-label={t('messages.label')}
          placeholder={t('messages.placeholder')}
          onChange={(event) => write(event.target.value)}
          onKeyDown={onKeyDown}
          className="min-w-0 grow resize-none rounded-lg bg-panel px-2.5 py-1.5 ring-1 ring-edge ring-inset placeholder:text-muted"
        />
        <Button
          type="submit"
          look="primary"
          aria-label={t('messages.send')}
          disabled={sending || text.trim() === ''}
        >
          <SendHorizontal aria-hidden />
        </Button>
      </div>
      {text.length > NEARLY_FULL && (
        <p aria-live="polite" className="text-xs text-muted">
          {t('messages.left', { count: MAX_MESSAGE_LENGTH - text.length })}
        </p>
      )}
    </form>
  );
}

interface AboutProps {
  readonly moment: Moment | null;
  readonly onUnpin: () => void;
  /** `null` while there is nothing on the stage. */
  readonly onPin: (() => void) | null;
}

/** What the message is about, and changing that. */
function About({ moment, onUnpin, onPin }: AboutProps) {
  const { t } = useTranslation();
  const run = useRoom((state) => {
    const of = runById(state, moment?.runId);
    return of && runInSentence(of, t);
  });
  const isPinned = moment !== null && run !== undefined;
  const change = isPinned ? onUnpin : onPin;
  const label = t(isPinned ? 'messages.unpin' : 'messages.pin');
  const Icon = isPinned ? X : Pin;
  return (
    <div className="flex items-center gap-1">
      <span
        className={cx(
          'flex items-center gap-1 rounded-full px-2 py-0.5 text-xs tabular-nums',
          isPinned ? 'bg-accent-soft' : 'ring-1 ring-line ring-inset',
        )}
      >
        {isPinned ? t('messages.about', { run, iteration: moment.iteration }) : t('messages.aboutRoom')}
      </span>
      {change && (
        <button
          type="button"
          aria-label={label}
          title={label}
          onClick={change}
          className="flex size-6 items-center justify-center rounded-full text-muted hover:text-ink"
        >
          <Icon aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  );
}
