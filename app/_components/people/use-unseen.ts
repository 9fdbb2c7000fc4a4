'use client';

import { unseenMessages } from '../../_lib/conversation';
import { useSeen } from '../../_lib/seen-messages';
import { useRoom, useStudio } from '../../_lib/studio-context';

/** How many messages of others this browser has not shown yet. */
export function useUnseen(): number {
  const seen = useSeen(useStudio().roomId);
  return useRoom(({ room, session }) => (room ? unseenMessages(room.remarks, session?.memberId, seen) : 0));
}
