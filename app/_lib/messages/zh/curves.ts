import type { curves as english } from '../en/curves';
import type { Translation } from '../translation';

export const curves = {
  title: '损失',
  empty: '曲线从第一次迭代开始。',
  loading: '正在加载曲线…',
  total: '总损失',
  content: '内容',
  style: '风格',
  tv: '平滑度',
  layer: '{{kind}} {{layer}}',
  view: '曲线',
  views: { kinds: '各项', layers: '各层' },
  toggle: '显示{{series}}',
  summary: '{{count}} 次迭代的损失；当前总损失 {{total}}。',
  mark: '{{name}}在第 {{iteration}} 次迭代：{{changes}}',
  change: '{{field}} {{from}} → {{to}}',
  changeOnly: '更改了{{field}}',
  scale: '{{size}} 像素',
  iteration: '迭代',
  overlay: '叠加另一次运行',
  overlayNone: '不叠加',
  summaryTwo:
    '第 {{number}} 次与第 {{other}} 次运行的损失，按迭代对齐；当前总损失分别为 {{total}} 和 {{otherTotal}}。',
  forks_other: '第 {{numbers}} 次运行由此分支，位于第 {{iteration}} 次迭代',
  begins: '从第 {{number}} 次运行的第 {{iteration}} 次迭代开始',
} as const satisfies Translation<typeof english>;
