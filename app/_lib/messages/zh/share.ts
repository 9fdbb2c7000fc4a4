import type { share as english } from '../en/share';
import type { Translation } from '../translation';

export const share = {
  button: '复制链接',
  editTitle: '编辑链接',
  editText: '持有者可以更改图像和设置，开始和停止运行。',
  watchTitle: '观看链接',
  watchText: '持有者能看到一切，但不能更改。',
  copyEdit: '复制编辑链接',
  copyWatch: '复制观看链接',
  copy: '复制',
  copied: '已复制',
  byHand: '浏览器不允许页面复制。链接已选中：请按 Ctrl+C 或 ⌘C。',
  address: '其他人通过 {{origin}} 访问此房间。',
  localOnly: '此地址只能在本机使用：没有找到网络地址。',
} as const satisfies Translation<typeof english>;
