import type { stage as english } from '../en/stage';
import type { Translation } from '../translation';

export const stage = {
  label: '画面',
  picture: '第 {{number}} 次运行在第 {{iteration}} 次迭代的图像',
  compare: '前后对比',
  compareSlider: '照片显示的百分比',
  before: '之前',
  after: '之后',
  download: '下载 PNG',
  noResult: '运行完成或停止后即可下载 PNG。',
  live: '回到实时画面',
  latest: '回到最新的运行',
  waiting: '最初的笔触马上就会出现在这里。',
  steps: {
    title: '三步成画',
    content: '选择内容图像',
    contentDone: '内容图像已就位',
    style: '选择风格图像',
    styleDone: '风格图像已就位',
    start: '按“开始”',
    startText: '房间里的每个人都能观看，并在运行时调控。',
    watch: '有编辑链接的人正在准备。图像会出现在这里。',
  },
} as const satisfies Translation<typeof english>;
