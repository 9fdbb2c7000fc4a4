import type { home as english } from '../en/home';
import type { Translation } from '../translation';

export const home = {
  headline: '一起画一幅画。',
  lead: '打开一个房间，放入一张照片和一幅画，看照片按画的手法被重新画出来。有链接的人都能看到全过程，还能在画的时候一起调节。',
  create: '创建房间',
  creating: '正在创建…',
  free: '无需账号。房间归您所有，发个链接就能邀请别人。',
  recent: '您的房间',
  recentEmpty: '您在此浏览器中创建或进入过的房间会列在这里。',
  network: {
    inUse: '新房间使用 {{name}} 网络。',
    missing: '此服务器上还没有 {{name}}，它能看到更多。任何房间都可以在“网络”处下载（{{size}} MB）。',
    failed: '{{name}} 下载失败。{{message}}',
    none: '此服务器上还没有网络，因此无法绘制。可以在房间的“网络”处下载一个。',
  },
  samples: '可供入门的画作和照片',
  samplesNote: '每个房间里都备好了这些图像。',
  noPicture: '还没有图像',
  howTitle: '使用方法',
  how: {
    one: {
      title: '一张照片',
      text: '决定画的是什么。人脸、房屋和地平线都留在原处。',
    },
    two: {
      title: '一幅或多幅画作',
      text: '决定怎么画：它们的色彩、笔触和纹理，按您的喜好混合。',
    },
    three: {
      title: '人人都能调控',
      text: '多一点内容，多一点风格，再平滑一些：下一笔立刻照办。',
    },
  },
} as const satisfies Translation<typeof english>;
