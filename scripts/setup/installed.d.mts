export function isInstalled(root: string, options?: { platform?: string; arch?: string }): boolean;
