'use client';

import { ArrowRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createRoom, problemOf } from '../../_lib/api';
import { Button } from '../ui/button';
import { reportProblem } from '../ui/toasts';

export function CreateRoom() {
  const { t } = useTranslation();
  const router = useRouter();
  const [creating, setCreating] = useState(false);

  async function create(): Promise<void> {
    setCreating(true);
    try {
      const { roomId } = await createRoom();
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
        className="self-start"
        disabled={creating}
        onClick={() => void create()}
      >
        {creating ? t('home.creating') : t('home.create')}
        <ArrowRight aria-hidden />
      </Button>
      <p className="text-[0.8125rem] text-muted">{t('home.free')}</p>
    </div>
  );
}
