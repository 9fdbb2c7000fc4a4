'use client';

import { ArrowRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRoom, problemOf } from '../../_lib/api';
import { rememberCreated } from '../../_lib/created-room';
import { reportProblem } from '../../_lib/toast-queue';
import { useHydrated } from '../../_lib/use-hydrated';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';

export function CreateRoom() {
  const { t } = useTranslation();
  const router = useRouter();
  const hydrated = useHydrated();
  const [creating, setCreating] = useState(false);

  async function create(): Promise<void> {
    setCreating(true);
    try {
      const { roomId } = await createRoom();
      rememberCreated(roomId);
      router.push(`/r/${roomId}`);
    } catch (error) {
      reportProblem(problemOf(error));
      setCreating(false);
    }
  }

  return (
    <div className="flex flex-col gap-3">
      <Button
        look="primary"
        size="large"
        // Until then a press would be lost; that is too short a time to look any different.
        className={cx('self-start', !hydrated && 'disabled:cursor-progress! disabled:opacity-100!')}
        disabled={!hydrated || creating}
        onClick={() => void create()}
      >
        {creating ? t('home.creating') : t('home.create')}
        <ArrowRight aria-hidden />
      </Button>
      <p className="text-[0.8125rem] text-muted">{t('home.free')}</p>
    </div>
  );
}
