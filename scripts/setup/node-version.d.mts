export function nodeProblem(version?: string, required?: string): string | undefined;
