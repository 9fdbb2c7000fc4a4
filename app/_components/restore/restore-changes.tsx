'use client';

import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../server/protocol/settings';
import type { Field } from '../../_lib/room-reducer';
import type { RestorePlan } from '../../_lib/restore';
import { settingValue } from '../../_lib/setting-value';
import { isSame } from '../../_lib/settings-match';
import { useNames } from '../../_lib/use-names';

interface RestoreChangesProps {
  readonly plan: RestorePlan;
  /** Of the room, as they are. */
  readonly settings: Settings;
}

/** What the settings of a file would change in the room. */
export function RestoreChanges({ plan: { patch }, settings }: RestoreChangesProps) {
  const { t } = useTranslation();
  const names = useNames();
  const fields = (Object.keys(patch) as Field[]).filter((field) => !isSame(patch[field], settings[field]));
  return (
    <table className="w-full text-left text-[0.8125rem]">
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col" className="w-2/5 py-1 font-normal">
            {t('restore.field')}
          </th>
          <th scope="col" className="py-1 font-normal">
            {t('restore.now')}
          </th>
          <th scope="col" className="py-1 pl-3 font-normal">
            {t('restore.then')}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field} className="border-t border-line align-top">
            <th scope="row" className="py-1 pr-3 font-normal first-letter:uppercase">
              {t(`settings.fields.${field}`)}
            </th>
            <td className="py-1 wrap-anywhere text-muted">
              {settingValue(field, settings[field], names, t)}
            </td>
            <td className="py-1 pl-3 font-medium wrap-anywhere">
              {settingValue(field, patch[field], names, t)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
