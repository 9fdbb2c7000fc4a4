import type { language as english } from '../en/language';
import type { Translation } from '../translation';

export const language = {
  label: '语言',
  failed: '无法加载该语言的文字，页面保持原样。请检查网络后重试。',
} as const satisfies Translation<typeof english>;
