import type { download as english } from '../en/download';
import type { Translation } from '../translation';

export const download = {
  coming: '正在下载 {{name}}：{{done}} / {{total}} MB',
  checking: '{{name}} 已下载，正在校验…',
  progress: '{{name}} 的下载进度',
} as const satisfies Translation<typeof english>;
