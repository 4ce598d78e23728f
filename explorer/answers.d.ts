/** For the tests, which are in TypeScript. */
export interface Answers {
  fillIn<T>(value: T): T;
  missingIn(filled: unknown): string | undefined;
  remember(name: string, data: object): void;
}
export function createAnswers(examples: readonly { document: string; variables: object }[]): Answers;
export function namesIn(query: string): string[];
