import type { room as english } from '../en/room';
import type { Translation } from '../translation';

export const room = {
  untitled: '未命名的房间',
  loading: '正在打开房间…',
  loadingSlow: '所需的时间比平常长。没有丢失任何内容，本页面会继续尝试。',
  news: '{{name}} {{deed}}',
  panels: '画室的各部分',
  images: '图像',
  settings: '设置',
  curves: '曲线',
  people: '成员',
  runs: '运行',
  unkept: '绘制仍在继续，但服务器无法保留全部内容。{{reason}}',
  watching: '您正在观看：可以回看、回应、下载。想参与，请索取编辑链接。',
} as const satisfies Translation<typeof english>;
