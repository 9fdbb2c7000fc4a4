import type { name as english } from '../en/name';
import type { Translation } from '../translation';

export const name = {
  title: '别人怎么称呼您？',
  text: '您的名字会显示在您所做的更改旁边，并保存在此浏览器中。',
  label: '您的名字',
  enter: '进入房间',
  rename: '更改名字',
  save: '保存',
  cancel: '取消',
  invalid: '名字须为 1 到 40 个字符。',
} as const satisfies Translation<typeof english>;
