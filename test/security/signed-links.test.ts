import type { Key } from "../../src/security/key-provider.js";
import { createLinkSigner, type LinkTarget } from "../../src/security/signed-links.js";

const oldKey: Key = { id: "l1", bytes: Buffer.alloc(32, 1) };
const newKey: Key = { id: "l2", bytes: Buffer.alloc(32, 2) };
const publicUrl = "https://shop.example.com/shipping";
const now = new Date("2026-03-01T12:00:00.500Z");
const target: LinkTarget = {
  tenantId: "tenant-a",
  kind: "label",
  fileId: "lbl_1",
  contentType: "application/pdf",
  fileName: "1Z 0001 ü.pdf",
};
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const signer = createLinkSigner(publicUrl, [oldKey]);

/** The link with one part of its signed payload replaced, its signature as it was. */
function altered(url: string, change: object): string {
  const [start = "", payload = "", end = ""] = url.split(/(?<=signature=l1)\.|\.(?=[^.]*$)/);
  const claims = { ...JSON.parse(Buffer.from(payload, "base64url").toString()), ...change };
  return `${start}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.${end}`;
}

describe("a signed link", () => {
  it("opens its one file for five minutes", () => {
    const link = signer.sign(target, now);
    expect(link).toMatchObject({ contentType: "application/pdf", expiresAt: new Date("2026-03-01T12:05:00Z") });
    expect(link.url).toMatch(/^https:\/\/shop\.example\.com\/shipping\/files\/1Z%200001%20%C3%BC\.pdf\?signature=l1\./);
    expect(signer.verify(link.url, later(299))).toEqual(target);
    expect(signer.verify(link.url, later(300))).toBeNull();
  });

  it("is understood as path and query, with or without the prefix that a proxy strips", () => {
    const { url } = signer.sign(target, now);
    const path = url.slice("https://shop.example.com".length);
    expect(signer.verify(path, now)).toEqual(target);
    expect(signer.verify(path.slice("/shipping".length), now)).toEqual(target);
  });

  it.each([
    ["tenant", { tenantId: "tenant-b" }],
    ["file", { fileId: "lbl_2" }],
    ["kind", { kind: "document" }],
    ["content type", { contentType: "text/html" }],
    ["expiry", { expiresAtSeconds: 9_999_999_999 }],
    ["nothing but one added field", { extra: 1 }],
  ])("is refused when its %s was altered", (_, change) => {
    const { url } = signer.sign(target, now);
    expect(altered(url, {})).toBe(url);
    expect(signer.verify(altered(url, change), now)).toBeNull();
  });

  it("is refused under another file name", () => {
    const { url } = signer.sign(target, now);
    expect(signer.verify(url.replace(".pdf?", ".html?"), now)).toBeNull();
  });

  it("is refused with any character of its signature changed or gone", () => {
    const { url } = signer.sign(target, now);
    const signatureAt = url.lastIndexOf(".") + 1;
    const forged = Array.from({ length: url.length - signatureAt }, (_, n) => {
      const at = signatureAt + n;
      return `${url.slice(0, at)}${url[at] === "A" ? "B" : "A"}${url.slice(at + 1)}`;
    });
    expect(forged).toHaveLength(43);
    expect([...forged, url.slice(0, -1), `${url}A`].filter((link) => signer.verify(link, now) !== null)).toEqual([]);
  });

  it.each([
    "",
    "/files/x.pdf",
    "/files/x.pdf?signature=",
    "/files/x.pdf?signature=l1.e30.",
    "http://[",
    "?signature=..",
  ])("is refused without a signature: %j", (link) => {
    expect(signer.verify(link, now)).toBeNull();
  });

  it("lives on while the key is replaced and dies with its key", () => {
    const { url } = signer.sign(target, now);
    expect(createLinkSigner(publicUrl, [newKey, oldKey]).verify(url, now)).toEqual(target);
    expect(createLinkSigner(publicUrl, [newKey]).verify(url, now)).toBeNull();
    expect(createLinkSigner(publicUrl, [{ ...newKey, id: "l1" }]).verify(url, now)).toBeNull();
  });
});
