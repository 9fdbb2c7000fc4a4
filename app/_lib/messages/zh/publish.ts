import type { publish as english } from '../en/publish';
import type { Translation } from '../translation';

export const publish = {
  title: '公开图像',
  explain:
    '公开后，结果会出现在首页的画廊里，并有自己的页面，任何人都能看到，同时显示房间名称和设置；聊天软件会在房间链接旁显示它。内容图像、风格图像、成员、运行的名称等其他一切都只留在房间里。',
  isPublic: '任何人都能看到其结果、房间名称和设置。其他一切都只留在房间里，包括继续运行后得到的新结果。',
  noResult: '运行有了结果才能公开。',
  publish: '公开结果',
  unpublish: '收回公开',
  see: '查看公开的内容',
} as const satisfies Translation<typeof english>;
