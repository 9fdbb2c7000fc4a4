import type { connection as english } from '../en/connection';
import type { Translation } from '../translation';

export const connection = {
  connecting: '正在连接房间…',
  reconnecting: '连接已断开。您的图像、设置和已完成的运行都保存在服务器上，本页面会自动重新连接。',
  stopping:
    '服务器正在重启。您的图像、设置和运行都会保留；进行中的运行会在服务器恢复后继续，本页面会自动重新连接。',
  offline: '您已离线。网络恢复后，房间会自动回来。',
  unexpected: '服务器发来了本页面无法识别的内容。请重新加载页面以获取最新版本。',
} as const satisfies Translation<typeof english>;
