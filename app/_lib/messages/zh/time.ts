import type { time as english } from '../en/time';
import type { Translation } from '../translation';

export const time = {
  seconds: '{{seconds}} 秒',
  minutes: '{{minutes}} 分 {{seconds}} 秒',
  wholeMinutes: '{{minutes}} 分钟',
  hours: '{{hours}} 小时 {{minutes}} 分',
  left: '约剩 {{time}}',
} as const satisfies Translation<typeof english>;
