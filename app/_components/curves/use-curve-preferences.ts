'use client';

import { useCallback, useEffect, useState } from 'react';
import { rememberCurves, rememberedCurves, type CurvePreferences } from '../../_lib/curve-preferences';

/** How the curves are shown, as it was chosen last in this browser, and what changes a part of it. */
export function useCurvePreferences() {
  const [preferences, setPreferences] = useState(rememberedCurves);
  useEffect(() => rememberCurves(preferences), [preferences]);
  const change = useCallback(
    (part: Partial<CurvePreferences>) => setPreferences((known) => ({ ...known, ...part })),
    [],
  );
  const toggle = useCallback(
    (key: string) =>
      setPreferences(({ hidden, ...rest }) => ({
        ...rest,
        hidden: hidden.includes(key) ? hidden.filter((one) => one !== key) : [...hidden, key],
      })),
    [],
  );
  return { preferences, change, toggle };
}
