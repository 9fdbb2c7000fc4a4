import type { messages as english } from '../en/messages';
import type { Translation } from '../translation';

export const messages = {
  title: '消息',
  titleUnseen_other: '消息，{{count}} 条新消息',
  empty: '说说您对画面的看法：每条消息都会记住它所谈的时刻。',
  list: '消息记录',
  placeholder: '写一条消息',
  label: '您的消息',
  send: '发送',
  left: '还可输入 {{count}} 个字符',
  viewer: '观看者可以回应，但不能发消息。请让所有者允许您参与。',
  moment: '{{run}}，第 {{iteration}} 次迭代',
  momentGone: '已不存在的时刻',
  about: '关于{{run}}的第 {{iteration}} 次迭代',
  aboutRoom: '关于房间',
  unpin: '改为谈论房间',
  pin: '改为谈论台上的图像',
  jump: '显示第 {{number}} 次运行的第 {{iteration}} 次迭代',
  remove: '删除 {{name}} 的消息',
  removeMine: '删除您的消息',
  reactions: '回应第 {{number}} 次运行的第 {{iteration}} 次迭代',
  react: '用 {{emoji}} 回应',
  reactedBy: '{{emoji}}：{{names}}',
} as const satisfies Translation<typeof english>;
