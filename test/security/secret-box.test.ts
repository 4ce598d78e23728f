import { createKeyProvider, type Key } from "../../src/security/key-provider.js";
import { createSecretBox } from "../../src/security/secret-box.js";

const oldKey: Key = { id: "k1", bytes: Buffer.alloc(32, 1) };
const newKey: Key = { id: "k2", bytes: Buffer.alloc(32, 2) };
const owner = "tenant-a/account-1/3";
const boxWith = (...keys: Key[]) => createSecretBox(createKeyProvider(keys));

const undecipherable = expect.objectContaining({
  code: "INTERNAL_SERVER_ERROR",
  message: expect.stringContaining("stored secret"),
});

describe("a secret box", () => {
  it.each(["", "s3cret", "ключ 🔑", "x".repeat(10_000)])("opens what it sealed: %#", (plain) => {
    const box = boxWith(oldKey);
    expect(box.open(box.seal(plain, owner), owner)).toBe(plain);
  });

  it("hides the text and never seals it alike twice", () => {
    const box = boxWith(oldKey);
    const [first, two] = [box.seal("canary-secret", owner), box.seal("canary-secret", owner)];
    expect(first.includes("canary")).toBe(false);
    // Neither the wrapped data key nor the body may repeat: both hang on fresh chance.
    const overhead = 3 + oldKey.id.length;
    expect(first.subarray(overhead, overhead + 12)).not.toEqual(two.subarray(overhead, overhead + 12));
    expect(first.subarray(-13)).not.toEqual(two.subarray(-13));
  });

  it("refuses after the flip of any single bit", () => {
    const box = boxWith(oldKey, newKey);
    const sealed = box.seal("s3cret", owner);
    const survivors: number[] = [];
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      try {
        box.open(flipped, owner);
        survivors.push(bit);
      } catch (error) {
        expect(error).toMatchObject({ name: "AppError", code: "INTERNAL_SERVER_ERROR" });
      }
    }
    expect(survivors).toEqual([]);
  });

  it.each([
    ["another tenant", "tenant-b/account-1/3"],
    ["another record", "tenant-a/account-2/3"],
    ["another version", "tenant-a/account-1/2"],
    ["no place", ""],
  ])("refuses a secret moved to %s", (_, moved) => {
    const box = boxWith(oldKey);
    const sealed = box.seal("s3cret", owner);
    expect(() => box.open(sealed, moved)).toThrow(undecipherable);
  });

  it("refuses half a secret and an empty one", () => {
    const box = boxWith(oldKey);
    const sealed = box.seal("s3cret", owner);
    for (const part of [sealed.subarray(0, 40), sealed.subarray(0, 4), Buffer.alloc(0)])
      expect(() => box.open(part, owner)).toThrow(undecipherable);
  });

  it("opens old secrets while a key is replaced, and needs the old key no more once they are rewrapped", () => {
    const sealed = boxWith(oldKey).seal("s3cret", owner);
    const rotating = boxWith(newKey, oldKey);
    expect([rotating.open(sealed, owner), rotating.isStale(sealed)]).toEqual(["s3cret", true]);

    const rewrapped = rotating.rewrap(sealed);
    expect(rotating.isStale(rewrapped)).toBe(false);
    expect(boxWith(newKey).open(rewrapped, owner)).toBe("s3cret");
    expect(() => boxWith(newKey).open(sealed, owner)).toThrow("The key k1 is not configured.");
  });

  it("refuses a key of the right id and the wrong bytes", () => {
    const sealed = boxWith(oldKey).seal("s3cret", owner);
    expect(() => boxWith({ ...newKey, id: "k1" }).open(sealed, owner)).toThrow(undecipherable);
  });
});
