import type { room as english } from '../en/room';
import type { Translation } from '../translation';

export const room = {
  untitled: '房间',
  loading: '正在打开房间…',
  panels: '画室的各部分',
  images: '图像',
  settings: '设置',
  curves: '曲线',
  people: '成员',
  runs: '运行',
  watching: '您正在观看。想参与，请索取编辑链接。',
} as const satisfies Translation<typeof english>;
