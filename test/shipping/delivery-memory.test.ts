import { DeliveryMemory } from "../../src/shipping/delivery/delivery-memory.js";
import { done } from "../../src/shipping/result.js";

const answer = { options: [], unavailable: [], isComplete: true, address: null, packing: null };

it("whoever joined a request that failed asks for themselves", async () => {
  const memory = new DeliveryMemory(60);
  const failing = memory.share("cart", () => Promise.reject(new Error("over the first one's budget")));
  const joined = memory.share("cart", async () => done(answer));
  await expect(failing).rejects.toThrow("over the first one's budget");
  expect(await joined).toEqual(done(answer));
});

it("a request is forgotten once it has ended", async () => {
  const memory = new DeliveryMemory(60);
  let asked = 0;
  const ask = async () => {
    asked += 1;
    return done(answer);
  };
  await Promise.all([memory.share("cart", ask), memory.share("cart", ask)]);
  await memory.share("cart", ask);
  expect(asked).toBe(2);
});

it("keeps no more than there is room for", () => {
  const memory = new DeliveryMemory(60);
  const large = { ...answer, unavailable: [{ name: "x".repeat(1_000_000), reason: "NOT_AVAILABLE", message: "" }] };
  const kept = { answer: large as never, version: "1", days: "", offered: [] };
  for (let cart = 0; cart < 40; cart += 1) memory.keep(`cart ${cart}`, kept);
  const held = Array.from({ length: 40 }, (_, cart) => memory.recall(`cart ${cart}`)).filter(Boolean);
  expect(held.length).toBeGreaterThan(10);
  expect(held.length).toBeLessThan(17);
  expect(memory.recall("cart 39")).toBe(kept);
});
