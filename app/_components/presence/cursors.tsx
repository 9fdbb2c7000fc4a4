'use client';

import { useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { pointingMembers } from '../../_lib/presence-selectors';
import { useRoom } from '../../_lib/studio-context';
import { Cursor } from './cursor';
import { usePointing } from './use-pointing';

/** Lies over the place of the whole picture: shows where the others point on it, and tells them where this browser does. */
export function Cursors() {
  const ref = useRef<HTMLDivElement>(null);
  usePointing(ref);
  const members = useRoom(useShallow(pointingMembers));
  return (
    <div ref={ref} aria-hidden className="pointer-events-none absolute inset-0">
      {members.map((member) => (
        <Cursor key={member.id} member={member} />
      ))}
    </div>
  );
}
