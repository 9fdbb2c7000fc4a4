import { nameSchema } from '../../server/protocol/commands';

const KEY = 'atelier.name';

/** The name that this browser last used, for the next room; `null` where there is none, or storage is switched off. */
export function rememberedName(): string | null {
  try {
    const parsed = nameSchema.safeParse(localStorage.getItem(KEY));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

export function rememberName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch (error) {
    // Private windows of some browsers: the name is then asked for in every room.
    console.warn(error);
  }
}
