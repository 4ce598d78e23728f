import { Places } from "../../src/admission/places.js";

it("hands a place to the one that waits longest, and none to who waits too long", async () => {
  const places = new Places(1);
  const leave = await places.take(1_000);
  const order: string[] = [];
  const first = places.take(60_000).then((next) => {
    order.push("first");
    return next;
  });
  const second = places.take(60_000).then((next) => {
    order.push("second");
    return next;
  });
  expect(await places.take(10)).toBeNull();
  leave?.();
  (await first)?.();
  (await second)?.();
  expect(order).toEqual(["first", "second"]);
  expect(places.counts).toEqual({ taken: 0, waiting: 0, most: 1 });
});
