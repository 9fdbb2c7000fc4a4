import type { people as english } from '../en/people';
import type { Translation } from '../translation';

export const people = {
  count_other: '{{count}} 人在场',
  unseen_other: '{{people}}，{{count}} 条新消息',
  you: '您',
  online: '在场',
  offline: '离开',
  panel: '成员与动态',
  close: '关闭',
  cancel: '取消',
  members: '成员',
  menu: '{{name}} 的权限',
  ownMenu: '您的权限',
  roleLine: {
    owner: '一切权限，包括此菜单',
    editor: '图像、设置、运行、消息',
    viewer: '观看、下载、回应',
  },
  stepDown: {
    title: '放弃所有者身份？',
    text: '您无法自己恢复所有者身份：须由另一位所有者或恢复链接来恢复。',
    action: '放弃',
  },
  remove: {
    item: '移出…',
    title: '移出 {{name}}？',
    text: '{{name}} 会立即离开房间，其作品会保留。仍有效的链接能让 {{name}} 以新成员的身份再次进入；如果不希望这样，请禁止其进入，或更新链接。',
    action: '移出',
  },
  ban: {
    item: '禁止进入…',
    title: '禁止 {{name}} 进入？',
    text: '{{name}} 会立即离开房间；在所有者允许之前，任何链接都不能让此浏览器再次进入。其作品会保留。换一个浏览器仍可能凭链接进入：如有必要，请同时更新链接。',
    action: '禁止进入',
  },
  bans: '禁止进入的人',
  bansText: '任何链接都不能让这些人进入。',
  unban: '重新允许',
  unbanNamed: '重新允许 {{name}} 进入',
  toasts: { notice: '通知', problem: '问题' },
  links: {
    title: '进入此房间的链接',
    recoveryTitle: '恢复链接',
    recoveryText:
      '供您自己使用：此浏览器丢失 Cookie 时，它能让您重新成为所有者。持有它的人就是所有者，请勿转发。',
    copyRecovery: '复制恢复链接',
    renew: '更新',
    renewEdit: '更新编辑链接',
    renewWatch: '更新观看链接',
    renewRecovery: '更新恢复链接',
    confirm: {
      edit: '旧的编辑链接将失效：持有它但尚未进入的人无法再进入。已在房间里的人不受影响。',
      watch: '旧的观看链接将失效：持有它但尚未进入的人无法再进入。已在房间里的人不受影响。',
      recovery: '旧的恢复链接将失效，无论您把它保存在哪里。请改为保存新链接。',
    },
    confirmAction: '生成新链接',
    renewed: '这是新链接。旧链接已失效。',
  },
  hint: {
    label: '恢复链接',
    text: '只有在此浏览器中，这个房间才归您所有。恢复链接能让您（或任何持有它的人）重新成为所有者。',
    dismiss: '不再显示此提示',
  },
  closed: {
    deleted: '此房间已被删除',
    out: '您已不在此房间中',
    outText: '要再次进入，请向房间里的人要一个链接。',
    banned: '您不能进入此房间',
    notHere: '此房间不在这里',
  },
} as const satisfies Translation<typeof english>;
