import { findErrorCode } from "./error-codes/find-error-code.js";

/** UPS's own words, which it leaves out at times: then what its tables say of the code, so that nobody reads an empty line. */
export function refusalText(code: string, text: string): string {
  if (text !== "") return text;
  const meaning = findErrorCode(code)?.meaning;
  return meaning ?? (code === "" ? "UPS refused without saying why" : `UPS refused without saying why (code ${code})`);
}

export function alertText(code: string, text: string | undefined): string {
  return text ?? findErrorCode(code)?.meaning ?? `UPS remarks without words (code ${code})`;
}
