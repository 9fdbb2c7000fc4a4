'use client';

import { Menu } from '@base-ui/react/menu';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { problemOf, wholeCurve } from '../../_lib/api';
import { editMarks } from '../../_lib/curve-marks';
import { curveCsv, steeringCsv } from '../../_lib/curve-csv';
import { roomName } from '../../_lib/room-name';
import { saveFile } from '../../_lib/save-file';
import { useStudio } from '../../_lib/studio-context';
import { buttonClass } from '../ui/button';
import { Tip } from '../ui/icon-button';
import { menuItemClass, menuPopupClass } from '../ui/menu-style';
import type { ShownCurves } from './curve-picture';
import { markText } from './steering-marks';

/** Edits of one member that are so many iterations apart were one gesture. */
const APART = 5;

/** The curves to take away: as they are shown, or their values. */
export function CurveDownloads(props: ShownCurves) {
  const { run, points } = props;
  const { t } = useTranslation();
  const { roomId, report, store } = useStudio();
  const name = (what: 'loss' | 'steering', type: string) =>
    t('curves.fileName', { number: run.number, what, type });
  const saveText = (text: string, file: string) =>
    saveFile(new Blob([text], { type: 'text/csv;charset=utf-8' }), file);

  async function savePicture(): Promise<void> {
    const { curvePicture } = await import('./curve-picture');
    const { room, networks } = store.getState();
    const edits = editMarks(run.marks, room?.members ?? [], APART).map((mark) => ({
      text: markText(mark, { room, networks }, t),
      colour: mark.colour,
    }));
    saveFile(
      await curvePicture({ ...props, edits, title: roomName(room?.title ?? '', t), t }),
      name('loss', 'png'),
    );
  }

  async function saveValues(): Promise<void> {
    saveText(curveCsv(await wholeCurve(roomId, run.id)), name('loss', 'csv'));
  }

  const item = `${menuItemClass} flex-col items-start! gap-0!`;
  return (
    <Menu.Root>
      <Tip text={t('curves.download')}>
        <Menu.Trigger
          aria-label={t('curves.download')}
          className={buttonClass('quiet', 'small', 'w-8 px-0!')}
        >
          <Download aria-hidden />
        </Menu.Trigger>
      </Tip>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Menu.Popup className={`${menuPopupClass} max-w-72 text-[0.8125rem]`}>
            <Menu.Item
              className={item}
              disabled={points.length < 2}
              onClick={() => void savePicture().catch((error: unknown) => report(problemOf(error)))}
            >
              {t('curves.png')}
              <span className="text-xs text-muted">
                {t(points.length < 2 ? 'curves.tooFew' : 'curves.pngNote')}
              </span>
            </Menu.Item>
            <Menu.Item
              className={item}
              disabled={points.length === 0}
              onClick={() => void saveValues().catch((error: unknown) => report(problemOf(error)))}
            >
              {t('curves.csv')}
              <span className="text-xs text-muted">
                {t(points.length === 0 ? 'curves.tooFew' : 'curves.csvNote')}
              </span>
            </Menu.Item>
            <Menu.Item
              className={item}
              disabled={run.marks.length === 0}
              onClick={() => saveText(steeringCsv(run.marks), name('steering', 'csv'))}
            >
              {t('curves.steeringCsv')}
              <span className="text-xs text-muted">
                {run.marks.length === 0
                  ? t('curves.steeringNone')
                  : t('curves.steeringNote', { count: run.marks.length })}
              </span>
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
