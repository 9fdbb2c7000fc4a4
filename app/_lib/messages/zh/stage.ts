import type { stage as english } from '../en/stage';
import type { Translation } from '../translation';

export const stage = {
  label: '画面',
  picture: '第 {{number}} 次运行在第 {{iteration}} 次迭代的图像',
  view: '放大的图像：拖动或用方向键移动，用加号和减号缩放',
  ways: { slider: '前后对比', side: '并排' },
  divider: '另一幅图像显示的百分比',
  against: '对比对象',
  photograph: '内容图像',
  photographAlt: '第 {{number}} 次运行的内容图像',
  otherRun: '用来对比的第 {{number}} 次运行',
  download: '下载 PNG',
  noResult: '运行完成或停止后即可下载 PNG。',
  live: '回到实时画面',
  latest: '回到最新的运行',
  waiting: '最初的笔触马上就会出现在这里。',
  queued: '轮到它时就会开始绘制。',
  steps: {
    title: '三步成画',
    content: '选择内容图像',
    contentHow: '在“图像”中：拖放、粘贴、选择文件或选用示例。',
    contentDone: '内容图像已选好',
    style: '选择风格图像',
    styleHow: '图像会按它的手法重新画出来。可以混合多幅。',
    styleDone: '风格图像已选好',
    start: '按“开始”',
    startText: '房间里的每个人都能观看，并在运行时调控。',
    watch: '有编辑链接的人正在准备。图像会出现在这里。',
  },
} as const satisfies Translation<typeof english>;
