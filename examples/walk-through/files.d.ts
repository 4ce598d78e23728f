/** For the tests, which are in TypeScript. */
export function filesIn(value: unknown, path?: string[]): { path: string; url: string }[];
export function endingOf(contentType: string | null): string;
