import type { shortcuts as english } from '../en/shortcuts';
import type { Translation } from '../translation';

export const shortcuts = {
  title: '键盘快捷键',
  text: '在画室各处都有效，输入文字时除外。',
  open: '帮助与快捷键',
  more: '更多',
  close: '关闭',
  or: '或',
  groups: { run: '运行', picture: '图像', page: '页面' },
  does: {
    pause: '暂停或继续',
    scrubBack: '沿运行过程往回看',
    scrubForward: '再往前看',
    fit: '使图像适合窗口',
    actualSize: '一个像素对应一个像素',
    zoomIn: '放大',
    zoomOut: '缩小',
    compare: '前后对比',
    projector: '投影模式：只显示画面、曲线和成员',
    help: '显示此列表',
    undo: '撤销您的上一次设置更改',
    leave: '退出投影模式，或关闭已打开的内容',
  },
  keys: { space: '空格', escape: 'Esc', control: 'Ctrl' },
} as const satisfies Translation<typeof english>;
