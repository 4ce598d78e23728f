import { createKeyProvider, type Key } from "../../src/security/key-provider.js";
import { createSecretBox, type SecretOwner } from "../../src/security/secret-box.js";

const oldKey: Key = { id: "k1", bytes: Buffer.alloc(32, 1) };
const newKey: Key = { id: "k2", bytes: Buffer.alloc(32, 2) };
const owner: SecretOwner = { tenantId: "tenant-a", recordId: "account-1", version: 3 };
const boxWith = (...keys: Key[]) => createSecretBox(createKeyProvider(keys));

const undecipherable = { code: "INTERNAL_SERVER_ERROR", message: expect.stringContaining("stored secret") };

describe("a secret box", () => {
  it.each(["", "s3cret", "ключ 🔑", "x".repeat(10_000)])("opens what it sealed: %#", async (plain) => {
    const box = boxWith(oldKey);
    expect(await box.open(await box.seal(plain, owner), owner)).toBe(plain);
  });

  it("hides the text and never seals it alike twice", async () => {
    const box = boxWith(oldKey);
    const [one, two] = [await box.seal("canary-secret", owner), await box.seal("canary-secret", owner)];
    expect(one.includes("canary")).toBe(false);
    // Neither the wrapped data key nor the body may repeat: both hang on fresh chance.
    const overhead = 3 + oldKey.id.length;
    expect(one.subarray(overhead, overhead + 12)).not.toEqual(two.subarray(overhead, overhead + 12));
    expect(one.subarray(-13)).not.toEqual(two.subarray(-13));
  });

  it("refuses after the flip of any single bit", async () => {
    const box = boxWith(oldKey, newKey);
    const sealed = await box.seal("s3cret", owner);
    const survivors: number[] = [];
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      await box.open(flipped, owner).then(
        () => survivors.push(bit),
        (error) => expect(error).toMatchObject({ name: "AppError", code: "INTERNAL_SERVER_ERROR" }),
      );
    }
    expect(survivors).toEqual([]);
  });

  it.each([
    ["another tenant", { tenantId: "tenant-b" }],
    ["another record", { recordId: "account-2" }],
    ["another version", { version: 2 }],
    ["parts that only look alike when joined", { tenantId: "tenant-a,account-1", recordId: "" }],
  ])("refuses a secret moved to %s", async (_, change) => {
    const box = boxWith(oldKey);
    const sealed = await box.seal("s3cret", owner);
    await expect(box.open(sealed, { ...owner, ...change })).rejects.toMatchObject(undecipherable);
  });

  it("refuses half a secret and an empty one", async () => {
    const box = boxWith(oldKey);
    const sealed = await box.seal("s3cret", owner);
    for (const part of [sealed.subarray(0, 40), sealed.subarray(0, 4), Buffer.alloc(0)])
      await expect(box.open(part, owner)).rejects.toMatchObject(undecipherable);
  });

  it("opens old secrets while a key is replaced, and needs the old key no more once they are rewrapped", async () => {
    const sealed = await boxWith(oldKey).seal("s3cret", owner);
    const rotating = boxWith(newKey, oldKey);
    expect([await rotating.open(sealed, owner), rotating.isStale(sealed)]).toEqual(["s3cret", true]);

    const rewrapped = await rotating.rewrap(sealed);
    expect(rotating.isStale(rewrapped)).toBe(false);
    expect(await boxWith(newKey).open(rewrapped, owner)).toBe("s3cret");
    await expect(boxWith(newKey).open(sealed, owner)).rejects.toThrow("The key k1 is not configured.");
  });

  it("refuses a key of the right id and the wrong bytes", async () => {
    const sealed = await boxWith(oldKey).seal("s3cret", owner);
    await expect(boxWith({ ...newKey, id: "k1" }).open(sealed, owner)).rejects.toMatchObject(undecipherable);
  });
});
