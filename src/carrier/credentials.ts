import type { SecretText } from "./secret-text.js";

/** One of the texts by which an account proves itself to the carrier. */
export interface CredentialField {
  /** As inputs name it. */
  name: string;
  /** As the carrier's pages call it. */
  label: string;
  /** Of an IDENTIFIER people see the end again, of a SECRET nothing. */
  kind: "IDENTIFIER" | "SECRET";
}

/** By the names of the carrier's fields; only its adapter knows which there are. */
export type Credentials = Readonly<Record<string, SecretText>>;
