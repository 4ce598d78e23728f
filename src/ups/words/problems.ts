import { hasControlCharacter } from "../../carrier/printable-text.js";
import type { FieldProblem } from "../../carrier/values.js";

export type Path = (string | number)[];

export function problem(code: FieldProblem["code"], path: Path, message: string): FieldProblem {
  return { code, path: path.map(String), message };
}

/** The problem where it is one, so that a check reads as a flat list of rules. */
export function when(isWrong: boolean, found: FieldProblem): FieldProblem[] {
  return isWrong ? [found] : [];
}

export function required(path: Path, message: string): FieldProblem {
  return problem("REQUIRED", path, message);
}

/** What no printer prints. Blanks around a text do not count. */
export function checkPrintable(value: string | null, path: Path): FieldProblem[] {
  const isWrong = hasControlCharacter(value?.trim() ?? "");
  return when(isWrong, problem("INVALID", path, "Control characters cannot be printed"));
}

/** Of a text that is printed: what no printer prints, and what is too long. */
export function checkText(value: string | null, limit: number, path: Path): FieldProblem[] {
  const unprintable = checkPrintable(value, path);
  if (unprintable.length > 0) return unprintable;
  const { length } = value?.trim() ?? "";
  return when(length > limit, problem("TOO_LONG", path, `UPS takes at most ${limit} characters, this has ${length}`));
}
