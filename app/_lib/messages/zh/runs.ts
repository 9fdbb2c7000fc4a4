import type { runs as english } from '../en/runs';
import type { Translation } from '../translation';

export const runs = {
  empty: '每次运行都会连同图像和曲线保存在这里。',
  show: '显示第 {{number}} 次运行',
  download: '下载第 {{number}} 次运行的 PNG',
  by: '由 {{name}}',
  state: {
    queued: '排在第 {{position}} 位',
    queuedFor: '排在第 {{position}} 位，约 {{time}}后开始',
    stopping: '正在停止…',
    cancelling: '正在取消…',
    pausing: '正在暂停…',
    resuming: '即将继续',
    goingOn: '正在继续…',
    converged: '提前完成',
    interrupted: '{{message}} 它会自动从最后保留的状态继续。',
  },
  forkedFrom: '源自第 {{number}} 次运行，第 {{iteration}} 次迭代',
  lost: '源自已不存在的运行的第 {{iteration}} 次迭代',
  same: '与第 {{number}} 次运行的设置相同',
  change: '{{name}} {{from}} → {{to}}',
  published: '已公开：任何人都能看到',
  actions: '对第 {{number}} 次运行的操作',
  cancel: '取消第 {{number}} 次运行',
  compare: '比较',
  compareNumbered: '将第 {{number}} 次运行与另一次比较',
  option: '第 {{number}} 次运行 · {{state}}',
} as const satisfies Translation<typeof english>;
