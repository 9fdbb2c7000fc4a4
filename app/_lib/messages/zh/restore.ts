import type { restore as english } from '../en/restore';
import type { Translation } from '../translation';

export const restore = {
  title: '由 Atelier 生成',
  text: '{{name}} 记录了自己是如何生成的。您要使用其中的设置，还是图像本身？',
  field: '设置',
  now: '现在',
  then: '文件中',
  same: '房间已经是这些设置了。',
  locked: '所有者已锁定此房间的设置，所以只能使用图像。',
  steered: '它在绘制过程中被调控过，仅凭这些设置只能得到相似而非相同的图像。',
  continued: '它是从较早的图像继续的，仅凭这些设置只能得到相似而非相同的图像。',
  notes: {
    'own-picture': '它从原房间的一张图像开始；这里的初始图像保持不变。',
    'other-paintings': '它混合了其他风格图像，或数量不同；这里的占比保持不变。',
    'no-such-layer': '文件中的{{field}}在其网络中不存在；这里的保持不变。',
    'no-weight': '文件中的{{field}}权重与另一项同时关闭；这里的保持不变。',
    'network-missing': '此服务器上还没有它的网络。网络会被选中，请先下载再开始。',
  },
  useSettings: '使用其设置',
  usePicture: '作为图像使用',
  useBoth: '都使用',
  cancel: '取消',
} as const satisfies Translation<typeof english>;
