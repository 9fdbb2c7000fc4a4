'use client';

import { fromServer } from '../../_lib/from-server';
import type { Field } from '../../_lib/room-reducer';
import { useRoom } from '../../_lib/studio-context';

/** Why the latest change of a setting was not taken; nothing while all is well. */
export function FieldProblem({ field }: { readonly field: Field }) {
  const problem = useRoom((state) => state.fieldProblems[field]);
  if (!problem) return null;
  return (
    <p role="alert" className="text-xs text-danger first-letter:uppercase">
      {fromServer(problem.message)}
    </p>
  );
}
