import type { gallery as english } from '../en/gallery';
import type { Translation } from '../translation';

export const gallery = {
  title: '画廊',
  lead: '人们在此服务器上一起画成并公开的图像。',
  more: '显示更多',
  loading: '正在加载…',
  picture: '{{title}}，在 Atelier 中画成的图像',
  toGallery: '更多图像',
  made: '在 Atelier 中一起画成',
  madeText: '在您自己的房间里，您的一张照片和一幅画作也能变成这样的图像，有链接的人都能一起调控。',
  how: '如何画成',
  sentence_other: '{{count}} 幅画作，{{network}}，{{iterations}} 次迭代。',
  network: { vgg19: 'VGG-19 网络', compact: '精简网络' },
  pixels: '{{width}} × {{height}} 像素',
  size: '图像',
  balance: '平衡',
  weights: '内容 {{content}}，风格 {{style}}，平滑度 {{tv}}',
  gone: {
    title: '这张图像没有公开',
    text: '它可能已被所有者收回，因继续运行而被取代，或随房间一起被删除；也可能是地址不完整。',
  },
} as const satisfies Translation<typeof english>;
