import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../../server/protocol/commands';
import type { CommandAck } from '../../server/protocol/events';
import type { RoomId } from '../../server/protocol/ids';
import type { Crop, ImageInfo } from '../../server/protocol/images';
import type { Making } from '../../server/protocol/making';
import { chooseSample, problemOf } from './api';
import { fileObstacle } from './file-check';
import { ownProblem, type PageProblem } from './page-problem';
import { uploadImage } from './upload';

/** What a picture is for. */
export type ImageKind = 'content' | 'style';

export interface Upload {
  readonly id: number;
  readonly kind: ImageKind;
  readonly name: string;
  /** From 0 to 1; at 1 the server prepares the picture. */
  readonly fraction: number;
}

export interface Cropping {
  /** Its own, since one picture may wait twice. */
  readonly id: number;
  readonly kind: ImageKind;
  readonly image: ImageInfo;
  readonly crop: Crop | null;
}

/** A file that says how it was made. */
export interface Restoring {
  readonly id: number;
  readonly kind: ImageKind;
  readonly file: File;
  readonly making: Making;
}

export interface IntakeState {
  readonly uploads: readonly Upload[];
  /** Files of which it is still to be said whether they are meant as pictures; the first one is on the screen. */
  readonly restorings: readonly Restoring[];
  /** Pictures of which the part to use is still to be chosen; the first one is on the screen. */
  readonly croppings: readonly Cropping[];
  /** What went wrong last, per kind. */
  readonly problems: Readonly<Record<ImageKind, PageProblem | null>>;
}

export interface Intake {
  readonly store: StoreApi<IntakeState>;
  take(kind: ImageKind, files: readonly File[]): Promise<void>;
  takeSample(kind: ImageKind, sampleId: string): Promise<void>;
  /** Puts a picture that the room has into use. */
  putInUse(kind: ImageKind, image: ImageInfo, crop: Crop | null): Promise<void>;
  /** Asks which part of a picture to use. */
  crop(cropping: Omit<Cropping, 'id'>): void;
  endCrop(): void;
  /** Ends the question what the first of {@link IntakeState.restorings} is meant as. */
  endRestore(asPicture: boolean): void;
}

/**
 * The way of pictures into a room: check, upload, crop, use.
 * @param readMaking what a file says that it was made with; `null` for a picture like any other
 */
export function createIntake(
  roomId: RoomId,
  send: (command: Command) => Promise<CommandAck>,
  readMaking: (file: File) => Promise<Making | null>,
): Intake {
  const store = createStore<IntakeState>(() => ({
    uploads: [],
    restorings: [],
    croppings: [],
    problems: { content: null, style: null },
  }));
  let nextId = 0;

  function setProblem(kind: ImageKind, problem: PageProblem | null): void {
    store.setState(({ problems }) => ({ problems: { ...problems, [kind]: problem } }));
  }

  function crop(cropping: Omit<Cropping, 'id'>): void {
    const id = nextId++;
    store.setState(({ croppings }) => ({ croppings: [...croppings, { ...cropping, id }] }));
  }

  async function upload(kind: ImageKind, file: File): Promise<void> {
    const id = nextId++;
    store.setState(({ uploads }) => ({ uploads: [...uploads, { id, kind, name: file.name, fraction: 0 }] }));
    try {
      const image = await uploadImage(roomId, file, (fraction) =>
        store.setState(({ uploads }) => ({
          uploads: uploads.map((one) => (one.id === id ? { ...one, fraction } : one)),
        })),
      );
      crop({ kind, image, crop: null });
    } catch (error) {
      setProblem(kind, problemOf(error));
    } finally {
      store.setState(({ uploads }) => ({ uploads: uploads.filter((one) => one.id !== id) }));
    }
  }

  /** The server drops from a file what is in it besides the picture, so this comes before the upload. */
  async function askOrUpload(kind: ImageKind, file: File): Promise<void> {
    const making = await readMaking(file);
    if (!making) return upload(kind, file);
    const id = nextId++;
    store.setState(({ restorings }) => ({ restorings: [...restorings, { id, kind, file, making }] }));
  }

  async function putInUse(kind: ImageKind, { id: imageId }: ImageInfo, crop: Crop | null): Promise<void> {
    const answer = await send({ type: kind === 'content' ? 'content:set' : 'style:add', imageId, crop });
    setProblem(kind, answer.ok ? null : answer.problem);
  }

  return {
    store,
    putInUse,
    async take(kind, files) {
      setProblem(kind, null);
      // There is one content image; of several files the first one is meant.
      for (const file of kind === 'content' ? files.slice(0, 1) : files) {
        const obstacle = fileObstacle(file);
        if (obstacle) setProblem(kind, ownProblem('invalid', { key: `images.${obstacle}` }));
        else await askOrUpload(kind, file);
      }
    },
    async takeSample(kind, sampleId) {
      setProblem(kind, null);
      try {
        await putInUse(kind, await chooseSample(roomId, sampleId), null);
      } catch (error) {
        setProblem(kind, problemOf(error));
      }
    },
    crop,
    endCrop() {
      store.setState(({ croppings }) => ({ croppings: croppings.slice(1) }));
    },
    endRestore(asPicture) {
      const [answered, ...restorings] = store.getState().restorings;
      store.setState({ restorings });
      if (answered && asPicture) void upload(answered.kind, answered.file);
    },
  };
}
