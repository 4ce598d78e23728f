import { Places } from "../../src/admission/places.js";

const acme = { tenant: "one", kind: "STAFF" } as const;

it("hands a place to the one that waits longest, and none to who waits too long", async () => {
  const places = new Places(1);
  const leave = await places.take(acme, 1_000);
  const order: string[] = [];
  const first = places.take(acme, 60_000).then((next) => {
    order.push("first");
    return next;
  });
  const second = places.take(acme, 60_000).then((next) => {
    order.push("second");
    return next;
  });
  expect(await places.take(acme, 10)).toBeNull();
  leave?.();
  (await first)?.();
  (await second)?.();
  expect(order).toEqual(["first", "second"]);
  expect(places.counts).toEqual({ taken: 0, waiting: 0, most: 1 });
});

it("keeps places for others, and is fair to whoever waits", async () => {
  const places = new Places(4);
  const take = (tenant: string) => places.take({ tenant, kind: "STAFF" }, 60_000);
  const flood = await Promise.all(["a", "a", "a", "a"].map(take));
  const order: string[] = [];
  const waiting = ["a", "a", "a", "b", "c", "d"].map(async (tenant) => {
    const leave = await take(tenant);
    order.push(tenant);
    return leave;
  });
  // A quarter more, for who has none.
  await waiting[3];
  expect(order).toEqual(["b"]);
  for (const leave of flood) leave?.();
  const [, , , b, c, d] = await Promise.all(waiting.map((each, place) => (place < 3 ? null : each)));
  for (const leave of [b, c, d]) leave?.();
  for (const each of waiting.slice(0, 3)) (await each)?.();
  expect(order.slice(0, 3)).toEqual(["b", "c", "d"]);
  expect(places.counts).toEqual({ taken: 0, waiting: 0, most: 4 });
});
