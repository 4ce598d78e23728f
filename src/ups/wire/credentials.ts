import type { CarrierAccountAccess } from "../../carrier/account-access.js";
import type { CredentialField } from "../../carrier/credentials.js";

/** An app of UPS's developer portal has one of each. */
export const upsCredentials: readonly CredentialField[] = [
  { name: "clientId", label: "Client ID", kind: "IDENTIFIER" },
  { name: "clientSecret", label: "Client Secret", kind: "SECRET" },
];

export function revealClient({ credentials }: CarrierAccountAccess): { clientId: string; clientSecret: string } {
  const { clientId, clientSecret } = credentials;
  if (!clientId || !clientSecret) throw new Error("The account has no Client ID and Client Secret of UPS.");
  return { clientId: clientId.reveal(), clientSecret: clientSecret.reveal() };
}
