import { rateRefusalReason } from "../../src/ups/rating/rate-refusals.js";

it.each([
  ["LANE_NOT_SERVED", ["111210"]],
  ["ADDRESS_INVALID", ["113021"]],
  ["OPTION_NOT_ALLOWED", ["111212"]],
  ["LANE_NOT_SERVED", ["999999", "111100"]],
  ["LANE_NOT_SERVED", ["111217"]],
  ["ADDRESS_INVALID", ["111285"]],
  ["ADDRESS_INVALID", ["111286"]],
  ["ADDRESS_INVALID", ["118400"]],
  ["ADDRESS_INVALID", ["111210", "111285"]],
  ["SIZE_LIMIT", ["111050"]],
  ["WEIGHT_LIMIT", ["111030"]],
  ["WEIGHT_LIMIT", ["110601", "111056"]],
  ["OPTION_NOT_ALLOWED", ["111155"]],
  ["OPTION_NOT_ALLOWED", ["111500"]],
  ["OPTION_NOT_ALLOWED", ["112077"]],
])("reads %s in the codes %j", (reason, codes) => {
  expect(rateRefusalReason(codes.map((code) => ({ code })))).toBe(reason);
});

it("claims nothing of codes it does not know, or of none", () => {
  expect([rateRefusalReason([{ code: "999999" }]), rateRefusalReason([])]).toEqual([null, null]);
});
