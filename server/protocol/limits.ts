/** Every bound of the protocol, in one place: the server refuses what is beyond, the page offers only what is within. */

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** Weights of the content, style and smoothness terms: 0 is off, else within this range. */
export const WEIGHT: Range = { min: 1e-7, max: 100 };
/**
 * Style weights (α) with which the classic form makes pictures: Gatys, Ecker & Bethge's recipe. Others are allowed, but
 * beyond them one kind of loss drowns the other.
 */
export const CLASSIC_STYLE_WEIGHT: Range = { min: 1e-6, max: 1e-4 };
/** Relative weight of one layer among its kind, and of one style image among the others: 0 is off. */
export const SHARE: Range = { min: 0, max: 100 };
export const ITERATIONS: Range = { min: 1, max: 5000 };
/** Long side of the result, in pixels. */
export const SIZE_PX: Range = { min: 64, max: 2048 };
/** Long side of the coarsest scale, in pixels. */
export const SMALLEST_SCALE_PX: Range = { min: 64, max: 1024 };
/** Painted around the picture and cut off from it, in pixels at every scale. */
export const MARGIN_PX: Range = { min: 0, max: 32 };
/** Long side of a style picture in relation to that of the picture which is painted. */
export const STYLE_SCALE: Range = { min: 0.25, max: 4 };
/** Step of Adam, in units of the pixels' range [0,1]. */
export const LEARNING_RATE: Range = { min: 0.001, max: 0.2 };
/** Relative decrease of the loss over 30 iterations below which a run stops by itself; 0 never does. */
export const TOLERANCE: Range = { min: 0, max: 0.1 };
export const SEED: Range = { min: 0, max: 2 ** 31 - 1 };

export const MAX_STYLE_IMAGES = 6;
export const MAX_NAME_LENGTH = 40;
export const MAX_TITLE_LENGTH = 80;
export const MAX_RUN_NAME_LENGTH = 60;
/** A crop keeps at least this fraction of each side. */
export const MIN_CROP = 0.02;
/** Pictures longer than this many times their short side are refused: their short side would vanish at the coarsest scale. */
export const MAX_ASPECT_RATIO = 8;

export const MAX_UPLOAD_BYTES = 20 * 1024 * 1024;
export const MAX_UPLOAD_PIXELS = 50_000_000;
/** Long sides in which an uploaded picture is handed out: few, so that browsers find most of them in their cache. */
export const VIEW_SIDES_PX = [160, 320, 480, 768, 1024] as const;
export const MAX_ROOM_IMAGES = 60;
export const MAX_ROOM_IMAGE_BYTES = 400 * 1024 * 1024;
export const MAX_ROOM_RUNS = 500;
export const MAX_ROOM_MEMBERS = 500;
export const MAX_ROOM_BANS = 200;
/** The latest changes that a room lists; older ones are forgotten. */
export const MAX_ACTIVITIES = 100;
/** Messages and reactions together; the oldest give way. */
export const MAX_ROOM_REMARKS = 300;
export const MAX_MESSAGE_LENGTH = 280;

/** Commands of one member that the room remembers to have done. */
export const MAX_RECEIPTS = 64;
/** Commands that a client may have sent without an answer: fewer than are remembered, so that all can be sent again. */
export const MAX_UNANSWERED_COMMANDS = 32;
/** Changes that a live room can still tell to somebody who missed them; who missed more gets the whole room. */
export const MAX_LOGGED_CHANGES = 256;
/** What moves in a room, such as pointers, is told in one batch at most this often. */
export const PRESENCE_INTERVAL_MS = 100;

/** Pictures of a run that are kept for its timeline. */
export const MAX_RUN_KEYFRAMES = 60;
/** States of a run from which it can go on. */
export const MAX_RUN_CHECKPOINTS = 8;
/** A run that is going leaves a checkpoint at most this often. */
export const CHECKPOINT_INTERVAL_MS = 10_000;

/** Long side of a broadcast frame, in pixels. */
export const FRAME_MAX_SIDE_PX = 768;
/** A frame and a batch of scalars leave at most this often. */
export const FRAME_INTERVAL_MS = 250;
/** A curve is thinned to this many points before it is sent to be drawn; for a download it is sent whole. */
export const MAX_CURVE_POINTS = 1000;
/** The page coalesces the drags of a slider to one command in this time. */
export const SLIDER_INTERVAL_MS = 100;
