import type { publish as english } from '../en/publish';
import type { Translation } from '../translation';

export const publish = {
  title: '公开图像',
  explain:
    '公开后，任何有此运行地址的人都能看到其结果，不需要房间链接；聊天软件也会在链接旁显示它和房间名称。设置、内容图像、风格图像、成员等其他一切都只留在房间里。',
  isPublic:
    '任何有此运行地址的人都能看到其结果和房间名称。其他一切都只留在房间里，包括继续运行后得到的新结果。',
  noResult: '运行有了结果才能公开。',
  publish: '公开结果',
  unpublish: '收回公开',
  see: '查看公开的内容',
} as const satisfies Translation<typeof english>;
