import type { layers as english } from '../en/layers';
import type { Translation } from '../translation';

export const layers = {
  title: '层',
  hint: '内容逐处比较层中每个通道看到了什么。风格比较哪些通道同时响应，不论位置。',
  content: '内容',
  style: '风格',
  picture: '图像',
  cell: '{{layer}} 层的{{kind}}',
  keys: '单击或按 Enter：是否读取。拖动，或沿条形方向按方向键：调整权重。横跨条形方向按方向键：转到相邻的层。',
  off: '不读取',
  value: '权重 {{weight}}，占该项的 {{percent}}%',
  share: '{{percent}}%',
  times: '×{{weight}}',
  typed: '{{layer}} 层的{{kind}}权重',
  channels: '{{count}} 个通道',
  size: '{{width}} × {{height}} 像素',
  side: '{{side}} 像素',
  field: '每个值能看到图像的 {{side}} × {{side}} 像素',
  part: '占该项的 {{percent}}%',
  loss: '占损失的 {{percent}}%',
  compared: {
    content: '将 {{channels}} 张特征图与内容图像的特征图逐处比较，每张都与该层看到的图像同样大小。',
    style: '将一张 {{channels}} × {{channels}} 的表与风格图像的相比较：每两个通道同时响应的强度。',
  },
  missing: '{{network}} 没有这一层。要读取它，请选择 VGG-19。',
  last: {
    content: '内容至少要读取一层，所以仅剩的这一层会保留。若不用内容，请将其权重设为“关”。',
    style: '风格至少要读取一层，所以仅剩的这一层会保留。若不用风格，请将其权重设为“关”。',
  },
  without: {
    content: '内容已关闭：其权重大于 0 之前，这些层不起作用。',
    style: '风格已关闭：其权重大于 0 之前，这些层不起作用。',
  },
  live: '进行中的运行从下一次迭代起照此进行。',
  otherNetwork: '进行中的运行使用 {{network}}：如果该网络具备所有这些层，运行就会照此进行。',
  heat: '损失占比',
  heatLater: '运行期间，每个条形的亮度表示它在损失中的占比。',
  reset: '恢复默认的层',
  usual: '已是默认的层',
  open: '放大查看',
  largeTitle: '网络读取什么',
  largeText:
    '图像从左侧输入。每一块看到的图像尺寸都是前一块的一半，通道更多：浅层识别边缘和色彩，深层识别形状和物体。',
  close: '关闭',
} as const satisfies Translation<typeof english>;
