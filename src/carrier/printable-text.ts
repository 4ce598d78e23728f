/** Control characters, a line break among them, cannot be printed on a label and would break a printer's commands. */
export function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text);
}
