import type { FieldProblem } from "../../carrier/values.js";
import { textLimits } from "./limits.js";
import { checkText, type Path, problem } from "./problems.js";

/** Whether UPS can write to it: one address with a domain of at least two parts, as long as UPS takes. */
export function checkEmail(email: string, path: Path): FieldProblem[] {
  if (!isEmail(email)) return [problem("INVALID", path, "This is no e-mail address")];
  return checkText(email, textLimits.email, path);
}

function isEmail(text: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(text.trim());
}
