import { toStorable } from "../storable-text.js";
import { lettersWrong } from "./letters-wrong.js";

/** A code of ours, with what people may write in its place. */
export interface KnownCode {
  code: string;
  name: string;
  /** The carrier's own. */
  carrierCode?: string;
}

const mostSuggestions = 3;
/** Nobody means a code by a longer text. */
const longestGuess = 60;

/** Says that a code is unknown and which were perhaps meant: by another spelling, by name, or by the carrier's own code. */
export function unknownCode(code: string, choices: readonly KnownCode[]): string {
  const shown = code.length > longestGuess ? `${toStorable(code.slice(0, longestGuess))}…` : code;
  const meant = perhapsMeant(code, choices);
  return meant.length === 0 ? `${shown} is unknown.` : `${shown} is unknown. Did you mean ${inWords(meant)}?`;
}

/** The likeliest first, at most three. */
export function perhapsMeant(code: string, choices: readonly KnownCode[]): string[] {
  const text = plain(code);
  if (text === "" || code.length > longestGuess) return [];
  const exact = choices.filter((row) =>
    [row.code, row.name, row.carrierCode ?? ""].some((name) => plain(name) === text),
  );
  if (exact.length > 0) return exact.slice(0, mostSuggestions).map((row) => row.code);
  const near = choices
    .map((row) => ({ code: row.code, far: Math.min(howFar(text, plain(row.code)), howFar(text, plain(row.name))) }))
    .filter(({ far }) => far < 1)
    .sort((left, right) => left.far - right.far);
  const nearest = near[0]?.far ?? 0;
  return near
    .filter(({ far }) => far <= nearest + 0.1)
    .slice(0, mostSuggestions)
    .map((row) => row.code);
}

/** 0: the same; 1: nothing to do with each other. A few wrong letters, or some of the words. */
function howFar(text: string, code: string): number {
  const wrong = lettersWrong(text, code);
  if (wrong <= Math.max(1, Math.floor(text.length / 4))) return wrong / (text.length + 1) / 2;
  const words = text.split("_");
  const codeWords = code.split("_");
  const shared = words.filter((word) => codeWords.some((other) => other === word || isBegun(word, other)));
  // A carrier's own name is in all of its codes.
  const telling = shared.filter((word) => word.length > 2 && word !== codeWords[0]);
  if (telling.length === 0 || shared.length * 2 <= words.length) return 1;
  return 0.5 + (1 - (2 * shared.length) / (words.length + codeWords.length)) / 2;
}

const isBegun = (word: string, whole: string) => word.length > 3 && whole.startsWith(word);

const plain = (text: string) =>
  text
    .trim()
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");

function inWords(codes: string[]): string {
  const last = codes.at(-1);
  return codes.length === 1 ? `${last}` : `${codes.slice(0, -1).join(", ")} or ${last}`;
}
