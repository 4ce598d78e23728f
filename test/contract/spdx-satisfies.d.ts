declare module "spdx-satisfies" {
  /** Whether an SPDX expression can be met by these licences. Throws for what is no such expression. */
  export default function satisfies(expression: string, allowed: string[]): boolean;
}
