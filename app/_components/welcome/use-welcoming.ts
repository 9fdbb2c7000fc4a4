'use client';

import { useEffect, useState } from 'react';
import { isJustCreated } from '../../_lib/created-room';
import { useRoom, useStudio } from '../../_lib/studio-context';
import { isWelcomed, knowsTheWay, rememberWelcomed } from '../../_lib/welcome';

/** Whether somebody is to be shown how a studio works, and what ends that. */
export function useWelcoming() {
  const { roomId } = useStudio();
  // Who has just created a room learns it on the empty stage.
  const [due, setDue] = useState(() => !isWelcomed() && !isJustCreated(roomId));
  const knows = useRoom((state) => (state.room ? knowsTheWay(state) : null));
  // As it was when the room came: what goes away while somebody adds a picture would move it under their hand.
  const [knew, setKnew] = useState(knows);
  if (knew === null && knows !== null) setKnew(knows);
  useEffect(() => {
    if (knows) rememberWelcomed();
  }, [knows]);
  return { welcoming: due && knew === false, dismiss: () => setDue(false) };
}
