import type { role as english } from '../en/role';
import type { Translation } from '../translation';

export const role = { owner: '所有者', editor: '编辑者', viewer: '观看者' } as const satisfies Translation<
  typeof english
>;
