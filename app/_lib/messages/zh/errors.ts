import type { errors as english } from '../en/errors';
import type { Translation } from '../translation';

export const errors = {
  unexpected: '页面出了问题。已保存的内容没有丢失；如果再次出现，请重新加载页面。',
  unreachable: '无法连接服务器。请检查网络后重试。',
  status: '服务器未能完成此操作（状态码 {{status}}）。请重试。',
  part: '页面的一部分暂时无法加载，正在不断重试。如果一直没有出现，请重新加载页面：房间里的内容不会丢失。',
  dismiss: '关闭',
  retry: '重试',
  home: '前往首页',
  gone: {
    title: '没有这个房间',
    text: '链接可能不完整。请让发给您的人重新复制一次。',
  },
  closed: {
    title: '此链接打不开房间',
    text: '链接中没有密钥，或者密钥已失效。请向房间里的人要一个新链接。',
    published: '查看公开的图片',
  },
  broken: { title: '房间打不开' },
  page: { title: '此地址没有内容', text: '链接可能缺了一部分。' },
} as const satisfies Translation<typeof english>;
