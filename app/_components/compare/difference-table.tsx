'use client';

import { useTranslation } from 'react-i18next';
import { settingsAt } from '../../../server/protocol/settings-at';
import { runTitle } from '../../_lib/run-title';
import { differenceName, picturesText, settingText } from '../../_lib/setting-words';
import { settingsDifference } from '../../_lib/settings-difference';
import { useNames } from '../../_lib/use-names';
import type { PicturedMoment } from './compared-picture';

interface DifferenceTableProps {
  readonly first: PicturedMoment;
  readonly second: PicturedMoment;
}

const settingsOf = ({ run, iteration }: PicturedMoment) =>
  iteration === null ? run.settings : settingsAt(run, iteration);

/** In what two moments of runs differ: pictures and settings, from the first to the second. */
export function DifferenceTable({ first, second }: DifferenceTableProps) {
  const { t } = useTranslation();
  const names = useNames();
  const pictures = (['content', 'styles'] as const).map((kind) => {
    const text = ({ run }: PicturedMoment) =>
      picturesText(kind === 'content' ? [run.content] : run.styles, names, t);
    const isOther = JSON.stringify(first.run[kind]) !== JSON.stringify(second.run[kind]);
    return { key: kind, name: t(`compare.${kind}`), from: text(first), to: text(second), isOther };
  });
  const settings = settingsDifference(settingsOf(first), settingsOf(second)).map((one) => ({
    key: `${one.field} ${one.part}`,
    name: differenceName(one, names, t),
    from: settingText(one.field, one.from, names, t),
    to: settingText(one.field, one.to, names, t),
  }));
  const rows = [...pictures.filter(({ isOther }) => isOther), ...settings];
  return (
    <section aria-labelledby="compare-settings" className="flex min-w-0 flex-col gap-2">
      <h3 id="compare-settings" className="font-medium">
        {t('compare.settings')}
      </h3>
      {rows.length === 0 ? (
        <p className="text-muted">{t('compare.same')}</p>
      ) : (
        <table className="w-full table-fixed text-left text-[0.8125rem]">
          <thead className="text-muted">
            <tr className="border-b border-line">
              <th scope="col" className="py-1.5 pr-2 font-normal">
                {t('compare.setting')}
              </th>
              {[first, second].map(({ run }, index) => (
                <th key={index} scope="col" className="py-1.5 pr-2 font-medium break-words text-ink">
                  {runTitle(run, t)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, from, to }) => (
              <tr key={key} className="border-b border-line">
                <th
                  scope="row"
                  className="py-1.5 pr-2 font-normal break-words text-muted first-letter:uppercase"
                >
                  {name}
                </th>
                <td className="py-1.5 pr-2 break-words tabular-nums">{from}</td>
                <td className="py-1.5 pr-2 break-words tabular-nums">{to}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
