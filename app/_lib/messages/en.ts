import { activity } from './en/activity';
import { advice } from './en/advice';
import { app } from './en/app';
import { card } from './en/card';
import { compare } from './en/compare';
import { connection } from './en/connection';
import { crop } from './en/crop';
import { curves } from './en/curves';
import { download } from './en/download';
import { errors } from './en/errors';
import { fork } from './en/fork';
import { gallery } from './en/gallery';
import { home } from './en/home';
import { images } from './en/images';
import { layers } from './en/layers';
import { language } from './en/language';
import { messages } from './en/messages';
import { name } from './en/name';
import { people } from './en/people';
import { presence } from './en/presence';
import { projector } from './en/projector';
import { publish } from './en/publish';
import { restore } from './en/restore';
import { role } from './en/role';
import { room } from './en/room';
import { roomMenu } from './en/room-menu';
import { run } from './en/run';
import { runPage } from './en/run-page';
import { runs } from './en/runs';
import { settings } from './en/settings';
import { share } from './en/share';
import { shortcuts } from './en/shortcuts';
import { stage } from './en/stage';
import { theme } from './en/theme';
import { time } from './en/time';
import { timeline } from './en/timeline';
import { zoom } from './en/zoom';
import { welcome } from './en/welcome';

/** Every word of the page, in English, by place. Other languages are held to the same keys. */
export const en = {
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
} as const;
