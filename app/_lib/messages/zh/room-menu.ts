import type { roomMenu as english } from '../en/room-menu';
import type { Translation } from '../translation';

export const roomMenu = {
  label: '房间菜单',
  rename: '重命名房间…',
  renameTitle: '重命名房间',
  name: '房间名称',
  invalid: '房间名称须为 1 到 80 个字符。',
  save: '保存',
  lock: '锁定设置',
  lockText: '只有所有者可以更改',
  unlock: '解锁设置',
  unlockText: '编辑者又可以更改',
  duplicate: '复制房间',
  duplicateText: '图像和设置，放进您自己的房间',
  duplicating: '正在复制…',
  delete: '删除房间…',
  deleteTitle: '删除此房间？',
  deleteText:
    '房间的图像、所有运行及其结果和曲线、消息和链接，对所有人立即且永久消失。请先下载您想保留的内容。',
  deleteConfirm: '要删除，请输入房间名称：{{title}}',
  deleteAction: '永久删除',
  lockedTitle: '已被所有者锁定',
  lockedText: '所有者已锁定设置：您可以查看，但只有所有者能更改。图像和运行照常进行。',
  lockedForOthers: '设置已对所有者以外的人锁定。可在房间菜单中解锁。',
} as const satisfies Translation<typeof english>;
