import type { theme as english } from '../en/theme';
import type { Translation } from '../translation';

export const theme = {
  label: '主题',
  dark: '深色',
  light: '浅色',
  system: '跟随系统',
} as const satisfies Translation<typeof english>;
