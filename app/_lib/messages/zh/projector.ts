import type { projector as english } from '../en/projector';
import type { Translation } from '../translation';

export const projector = {
  enter: '投影模式：只显示画面、曲线和成员',
  label: '供全场观看的运行',
  leave: '退出投影模式',
  showLink: '显示观看链接',
  hideLink: '隐藏链接',
  join: '一起观看',
  more: '另有 {{count}} 人',
} as const satisfies Translation<typeof english>;
