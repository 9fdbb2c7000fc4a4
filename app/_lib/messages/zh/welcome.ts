import type { welcome as english } from '../en/welcome';
import type { Translation } from '../translation';

export const welcome = {
  title: '使用方法',
  steps: {
    one: '照片会按画作的手法，一笔一笔地重新画出来。',
    two: '运行时拖动滑块：下一笔立刻照办。',
    three: '有链接的人看到的是同一幅图像，也能看到谁改了什么。',
  },
  show: '显示第 {{number}} 步，共 3 步',
  dismiss: '知道了',
  dismissLabel: '知道了：不再显示使用方法',
} as const satisfies Translation<typeof english>;
