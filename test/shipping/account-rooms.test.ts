import { AccountRooms } from "../../src/jobs/account-rooms.js";

function someRooms(most = 4) {
  let nowMs = 0;
  const rooms = new AccountRooms(most, () => nowMs);
  return {
    rooms,
    advance: (seconds: number) => {
      nowMs += seconds * 1_000;
    },
  };
}

it("an account has so many rows under way, and no other's room shrinks by them", () => {
  const { rooms } = someRooms();
  for (let count = 0; count < 4; count += 1) rooms.begin("a");
  expect([rooms.free("a"), rooms.free("b")]).toEqual([0, 4]);
  expect(rooms.narrow()).toEqual({ accounts: ["a"], free: [0], busy: [4] });
  rooms.end("a");
  expect(rooms.narrow()).toEqual({ accounts: ["a"], free: [1], busy: [3] });
});

it("an account that cannot be asked is left alone so long, and comes back with half of its room", () => {
  const { rooms, advance } = someRooms();
  rooms.begin("a");
  rooms.begin("a");
  rooms.hold("a", 30);
  rooms.hold("a", 10);
  advance(29);
  expect(rooms.free("a")).toBe(0);
  advance(1);
  expect(rooms.free("a")).toBe(1);
  for (let count = 0; count < 3; count += 1) {
    rooms.begin("a");
    rooms.end("a");
  }
  expect(rooms.free("a")).toBe(4);
});

it("forgets accounts that have all of their room", () => {
  const { rooms } = someRooms();
  rooms.begin("a");
  rooms.end("a");
  rooms.begin("b");
  expect(rooms.narrow().accounts).toEqual(["b"]);
});
