export const role = { owner: 'Owner', editor: 'Editor', viewer: 'Watching' } as const;
