'use client';

import { useTranslation } from 'react-i18next';
import { problemText } from '../../_lib/page-problem';
import type { Field } from '../../_lib/room-reducer';
import { useRoom } from '../../_lib/studio-context';

/** Why the latest change of a setting was not taken; nothing while all is well. */
export function FieldProblem({ field }: { readonly field: Field }) {
  const { t } = useTranslation();
  const problem = useRoom((state) => state.fieldProblems[field]);
  if (!problem) return null;
  return (
    <p role="alert" className="text-xs text-danger first-letter:uppercase">
      {problemText(problem, t)}
    </p>
  );
}
