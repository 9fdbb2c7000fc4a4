import type { advice as english } from '../en/advice';
import type { Translation } from '../translation';

export const advice = {
  label: '建议',
  lead: '{{title}}：',
  titles: {
    'more-iterations': '尚未完成',
    'content-dominates': '风格太弱',
    noise: '噪点',
    'still-layer': '闲置的层',
    clipped: '颜色溢出',
    'small-for-stroke': '笔触太细，看不出来',
  },
  apply: '采用',
  applyNext: '用于下一次运行',
  more: '增加 {{count}} 次迭代',
  dismiss: '忽略这条建议',
} as const satisfies Translation<typeof english>;
