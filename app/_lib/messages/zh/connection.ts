import type { connection as english } from '../en/connection';
import type { Translation } from '../translation';

export const connection = {
  connecting: '正在连接房间…',
  slow: '连接所需的时间比平常长。房间安全地保存在服务器上，本页面会继续尝试。',
  reconnecting:
    '连接已断开。您的图像、设置和已完成的运行都保存在服务器上；您在此期间所作的设置会稍后发送，本页面会自动重新连接。',
  gone: '服务器没有响应，可能已关闭。凡是它确认过的图像、设置和运行，都已存入它的磁盘。请不要关闭本页面，服务器恢复后会自动重新连接。',
  stopping:
    '服务器正在重启。您的图像、设置和运行都会保留；进行中的运行会在服务器恢复后继续，本页面会自动重新连接。',
  offline: '您已离线。这里的内容不会丢失，您所作的设置会稍后发送；网络恢复后，房间会自动回来。',
  retry: '立即重试',
  unexpected: '服务器发来了本页面无法识别的内容。请重新加载页面以获取最新版本。',
} as const satisfies Translation<typeof english>;
