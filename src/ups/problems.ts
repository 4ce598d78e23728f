import type { FieldProblem } from "../carrier/values.js";

export type Path = (string | number)[];

export function problem(code: FieldProblem["code"], path: Path, message: string): FieldProblem {
  return { code, path: path.map(String), message };
}

export function required(path: Path, message: string): FieldProblem {
  return problem("REQUIRED", path, message);
}

export function checkText(value: string | null, limit: number, path: Path): FieldProblem[] {
  const length = value?.trim().length ?? 0;
  return length <= limit
    ? []
    : [problem("TOO_LONG", path, `UPS takes at most ${limit} characters, this has ${length}`)];
}
