import type { en } from './en';
import type { Translation } from './translation';
import { activity } from './zh/activity';
import { advice } from './zh/advice';
import { app } from './zh/app';
import { card } from './zh/card';
import { compare } from './zh/compare';
import { connection } from './zh/connection';
import { crop } from './zh/crop';
import { curves } from './zh/curves';
import { download } from './zh/download';
import { errors } from './zh/errors';
import { fork } from './zh/fork';
import { gallery } from './zh/gallery';
import { home } from './zh/home';
import { images } from './zh/images';
import { language } from './zh/language';
import { layers } from './zh/layers';
import { messages } from './zh/messages';
import { name } from './zh/name';
import { people } from './zh/people';
import { presence } from './zh/presence';
import { projector } from './zh/projector';
import { publish } from './zh/publish';
import { restore } from './zh/restore';
import { role } from './zh/role';
import { room } from './zh/room';
import { roomMenu } from './zh/room-menu';
import { run } from './zh/run';
import { runPage } from './zh/run-page';
import { runs } from './zh/runs';
import { settings } from './zh/settings';
import { share } from './zh/share';
import { shortcuts } from './zh/shortcuts';
import { stage } from './zh/stage';
import { theme } from './zh/theme';
import { time } from './zh/time';
import { timeline } from './zh/timeline';
import { welcome } from './zh/welcome';
import { zoom } from './zh/zoom';

/**
 * Every word of the page in Simplified Chinese. Readers are addressed as 您; a space stands between Chinese and Latin
 * letters or digits. The terms of the field, and of this studio:
 *
 * | English                    | 中文                   | English                | 中文               |
 * | -------------------------- | ---------------------- | ---------------------- | ------------------ |
 * | content image (photograph) | 内容图像（照片）       | run, run 3             | 运行、第 3 次运行  |
 * | style image (painting)     | 风格图像（画作）       | iteration 12           | 第 12 次迭代       |
 * | content, style weight      | 内容权重、风格权重     | fork                   | 分支               |
 * | smoothness (TV)            | 平滑度（全变分）       | moment, keyframe       | 时刻、关键帧       |
 * | loss, term                 | 损失、（损失的）各项   | checkpoint             | 检查点             |
 * | gradient, norm             | 梯度、范数             | to steer               | 调控               |
 * | layer, pooling, padding    | 层、池化、填充         | to publish, unpublish  | 公开、收回公开     |
 * | optimiser, learning rate   | 优化器、学习率         | owner, editor, viewer  | 所有者、编辑者、观看者 |
 * | scale, coarse to fine      | 尺度、由粗到细         | edit, watch, recovery link | 编辑、观看、恢复链接 |
 * | seed, tolerance            | 随机种子、容差         | preset, advice         | 预设、建议         |
 * | share, blend               | 占比、混合             | time-lapse             | 延时视频           |
 * | channel, map               | 通道、特征图           | gallery, favourite     | 画廊、收藏         |
 * | pull                       | 牵引力                 | projector              | 投影模式           |
 */
export const zh = {
  app,
  card,
  home,
  gallery,
  presence,
  theme,
  language,
  role,
  time,
  connection,
  errors,
  name,
  room,
  share,
  people,
  activity,
  messages,
  roomMenu,
  images,
  crop,
  stage,
  run,
  advice,
  runs,
  fork,
  compare,
  zoom,
  settings,
  layers,
  curves,
  download,
  timeline,
  runPage,
  publish,
  restore,
  shortcuts,
  projector,
  welcome,
} as const satisfies Translation<typeof en>;
