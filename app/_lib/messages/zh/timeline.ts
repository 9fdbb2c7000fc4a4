import type { timeline as english } from '../en/timeline';
import type { Translation } from '../translation';

export const timeline = {
  label: '时刻',
  slider: '第 {{number}} 次运行的时刻',
  place: '迭代 {{iteration}} / {{total}}',
  badge: '迭代 {{iteration}} / {{total}} · {{run}}',
  live: '实时',
  result: '结果',
  atEnd: '这已经是最新的时刻。',
  backToResult: '回到结果',
  steered: '{{name}} 在第 {{iteration}} 次迭代更改了{{fields}}',
  message: '{{name}}：{{text}}',
  reaction: '{{emoji}} {{name}}',
  more_other: '{{text}} · 另有 {{count}} 条',
  failed: '第 {{iteration}} 次迭代的图像无法加载。请选择另一时刻，或重新选择此时刻。',
  download: '下载此时刻的 PNG',
  fileName: 'run-{{number}}-iteration-{{iteration}}.png',
  fork: '由此（第 {{iteration}} 次迭代）分支',
  link: {
    moment: '分享第 {{iteration}} 次迭代',
    run: '分享第 {{number}} 次运行',
  },
  film: '第 {{number}} 次运行的延时视频',
  share: {
    moment: '分享此时刻',
    momentTitle: '此时刻的链接',
    momentCopy: '复制此时刻的链接',
    run: '分享此运行',
    runTitle: '此运行的链接',
    runCopy: '复制此运行的链接',
    text: '供房间里的人使用：它不能带人进入房间。其他人须先有编辑链接或观看链接。',
  },
} as const satisfies Translation<typeof english>;
