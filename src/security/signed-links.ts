import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Key } from "./key-provider.js";

/** Where signed links point, below the public URL. */
export const signedLinkPath = "/files";
const signedLinkLifetimeSeconds = 300;

const linkTarget = z.object({
  tenantId: z.string(),
  /** What the file is, for whoever serves it: `label`, `labels-document` ... */
  kind: z.string(),
  fileId: z.string(),
  contentType: z.string(),
  fileName: z.string(),
});

const linkPayload = linkTarget.extend({ expiresAtSeconds: z.number() });

export type LinkTarget = z.output<typeof linkTarget>;

export interface LinkSigner {
  /** A link that opens this one file, without a token, for five minutes. */
  sign(target: LinkTarget, now: Date): { url: string; contentType: string; expiresAt: Date };
  /** What a link (a URL, or its path and query) opens; null when altered, expired or signed with a key that is gone. */
  verify(link: string, now: Date): LinkTarget | null;
}

function signature(key: Key, text: string): string {
  return createHmac("sha256", key.bytes).update(text).digest("base64url");
}

/** The text as the signer wrote it; null when the signature is not of one of the keys. */
function verifiedText(token: string, keys: readonly Key[]): string | null {
  const signedAt = token.lastIndexOf(".");
  const text = token.slice(0, signedAt);
  const claimed = Buffer.from(token.slice(signedAt + 1));
  const key = keys.find(({ id }) => text.startsWith(`${id}.`));
  if (signedAt < 0 || key === undefined) return null;
  const expected = Buffer.from(signature(key, text));
  return claimed.length === expected.length && timingSafeEqual(claimed, expected) ? text : null;
}

/** Signs with the first key, accepts all. `publicUrl` has no trailing slash. */
export function createLinkSigner(publicUrl: string, keys: readonly Key[]): LinkSigner {
  const current = keys[0];
  if (current === undefined) throw new Error("no key to sign links with");
  return {
    sign(target, now) {
      const expiresAtSeconds = Math.floor(now.getTime() / 1000) + signedLinkLifetimeSeconds;
      const payload = JSON.stringify({ ...linkTarget.parse(target), expiresAtSeconds });
      const text = `${current.id}.${Buffer.from(payload).toString("base64url")}`;
      const path = `${signedLinkPath}/${encodeURIComponent(target.fileName)}`;
      return {
        url: `${publicUrl}${path}?signature=${text}.${signature(current, text)}`,
        contentType: target.contentType,
        expiresAt: new Date(expiresAtSeconds * 1000),
      };
    },
    verify(link, now) {
      if (!URL.canParse(link, "http://localhost")) return null;
      const { pathname, searchParams } = new URL(link, "http://localhost");
      const text = verifiedText(searchParams.get("signature") ?? "", keys);
      if (text === null) return null;
      const payload = Buffer.from(text.slice(text.indexOf(".") + 1), "base64url").toString();
      const { expiresAtSeconds, ...target } = linkPayload.parse(JSON.parse(payload));
      const isOfThisFile = pathname.endsWith(`${signedLinkPath}/${encodeURIComponent(target.fileName)}`);
      return isOfThisFile && now.getTime() < expiresAtSeconds * 1000 ? target : null;
    },
  };
}
