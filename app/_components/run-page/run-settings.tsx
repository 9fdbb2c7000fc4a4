'use client';

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Run } from '../../../server/protocol/runs';
import { settingValue } from '../../_lib/setting-value';
import { settingsTable } from '../../_lib/settings-table';
import { useNames } from '../../_lib/use-names';
import { Button } from '../ui/button';
import { cx } from '../ui/cx';

/** The settings of a run: first what is not as in a new room, all of them for a click. */
export function RunSettings({ run }: { readonly run: Run }) {
  const { t } = useTranslation();
  const names = useNames();
  const [all, setAll] = useState(false);
  const table = settingsTable(run.settings);
  const rows = all ? table : table.filter(({ differs }) => differs);
  return (
    <section aria-label={t('runPage.settings.title')} className="flex flex-col gap-2">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-medium">{t('runPage.settings.title')}</h3>
        <Button look="quiet" size="small" className="-mr-2.5" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'runPage.settings.onlyOwn' : 'runPage.settings.all', { count: table.length })}
        </Button>
      </div>
      {rows.length === 0 ? (
        <p className="text-[0.8125rem] text-muted">{t('runPage.settings.allUsual')}</p>
      ) : (
        <table className="w-full text-left text-[0.8125rem]">
          <thead>
            <tr className="text-xs text-muted">
              <th scope="col" className="w-2/5 py-1 font-normal">
                {t('runPage.settings.field')}
              </th>
              <th scope="col" className="py-1 font-normal">
                {t('runPage.settings.value')}
              </th>
              <th scope="col" className="py-1 pl-3 font-normal">
                {t('runPage.settings.usual')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, value, usual, differs }) => (
              <tr key={field} data-field={field} className="border-t border-line align-top">
                <th scope="row" className="py-1 pr-3 font-normal first-letter:uppercase">
                  {t(`settings.fields.${field}`)}
                </th>
                <td className={cx('py-1 wrap-anywhere', differs && 'font-medium')}>
                  {settingValue(field, value, names, t)}
                </td>
                <td className="py-1 pl-3 wrap-anywhere text-muted">
                  {differs && settingValue(field, usual, names, t)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
