import type { card as english } from '../en/card';
import type { Translation } from '../translation';

export const card = {
  title: 'Atelier 中的一个房间',
  tab: '房间',
  picture: 'Atelier 的标志，衬着五幅不同画风的图像',
  published: '在 Atelier 中一起画成，一间神经风格迁移的共享画室。',
  publishedPicture: '在这个房间里画成的图像',
} as const satisfies Translation<typeof english>;
