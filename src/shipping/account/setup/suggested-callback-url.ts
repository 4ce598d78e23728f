/** The origin of this service's public address, where the carrier's portal takes it: https, without www; else null. */
export function suggestedCallbackUrl(publicUrl: string | null): string | null {
  if (publicUrl === null) return null;
  const { protocol, hostname, origin } = new URL(publicUrl);
  return protocol === "https:" && !hostname.startsWith("www.") ? origin : null;
}
