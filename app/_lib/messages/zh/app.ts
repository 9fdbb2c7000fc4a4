import type { app as english } from '../en/app';
import type { Translation } from '../translation';

export const app = {
  name: 'Atelier',
  description: '神经风格迁移的共享画室：一起看着一幅画被画出来，一起调控它。',
  list: '{{items, list(type: conjunction; style: narrow)}}',
} as const satisfies Translation<typeof english>;
