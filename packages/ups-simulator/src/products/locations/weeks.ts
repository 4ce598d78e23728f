import type { Shifts } from "./place.js";

const week = (monday: Shifts, saturday: Shifts, sunday: Shifts): Shifts[] => [
  sunday,
  monday,
  monday,
  monday,
  monday,
  monday,
  saturday,
];

/** Ordinary and odd weeks, Sunday first. */
export const weeks = {
  OFFICE: week([["900", "1800"]], [], []),
  SHOP: week([["830", "1930"]], [["1000", "1600"]], []),
  SPLIT: week(
    [
      ["930", "1230"],
      ["1400", "1830"],
    ],
    [["900", "1300"]],
    [],
  ),
  LATE: week([["700", "0"]], [["800", "0"]], [["900", "2200"]]),
  PAST_MIDNIGHT: week([["1800", "200"]], [["1800", "200"]], []),
  ALWAYS: week("ALWAYS", "ALWAYS", "ALWAYS"),
} as const;
