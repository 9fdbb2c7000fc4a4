import type { crop as english } from '../en/crop';
import type { Translation } from '../translation';

export const crop = {
  title: '选择要使用的部分',
  text: '在图像上拖动，或用方向键移动裁剪框。整张图像会保留，以后可以重新裁剪。',
  apply: '使用图像',
  whole: '整张图像',
  shape: '形状',
  free: '自由',
} as const satisfies Translation<typeof english>;
