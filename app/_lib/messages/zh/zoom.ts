import type { zoom as english } from '../en/zoom';
import type { Translation } from '../translation';

export const zoom = {
  label: '缩放',
  in: '放大',
  out: '缩小',
  fit: '适合窗口',
  actual: '实际大小：图像的一个像素对应屏幕的一个像素',
  actualShort: '1:1',
  percent: '{{percent}}%',
} as const satisfies Translation<typeof english>;
