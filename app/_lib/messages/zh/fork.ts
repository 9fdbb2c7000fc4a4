import type { fork as english } from '../en/fork';
import type { Translation } from '../translation';

export const fork = {
  open: '分支',
  openNumbered: '从第 {{number}} 次运行的第 {{iteration}} 次迭代创建分支',
  title: '由此开始另一次运行',
  text: '新的运行从{{run}}在第 {{iteration}} 次迭代的图像开始，使用房间现在的图像和设置。原来的运行保持不变。',
  nearest: '第 {{wanted}} 次迭代没有保留。保留下来的最近时刻是第 {{iteration}} 次迭代，新的运行从那里开始。',
  more: '增加的迭代次数',
  go: '开始分支',
  obstacle: {
    viewer: '您只能观看：有编辑链接的人才能创建分支。',
    active: '有运行正在进行。请停止它或等它结束，然后再创建分支。',
    'no-memory': '以现在的设置，所需内存超出了这台机器。请先选择较小的尺寸。',
    'not-kept': '这次运行还没有保留任何图像或状态，无法由此继续。',
  },
} as const satisfies Translation<typeof english>;
