import type { presence as english } from '../en/presence';
import type { Translation } from '../translation';

export const presence = {
  looking: '正在看{{run}}的第 {{iteration}} 次迭代',
  lookToo: '{{name}} 正在看{{run}}的第 {{iteration}} 次迭代。一起看',
  follow: '跟随 {{name}}：看其所看',
  unfollow: '不再跟随 {{name}}',
  following: '您看到的就是 {{name}} 所看到的。',
  stop: '停止',
} as const satisfies Translation<typeof english>;
