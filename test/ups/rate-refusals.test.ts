import { rateRefusalReason } from "../../src/ups/rating/rate-refusals.js";

it.each([
  ["LANE_NOT_SERVED", ["111210"]],
  ["ADDRESS_INVALID", ["113021"]],
  ["OPTION_NOT_ALLOWED", ["111212"]],
  ["LANE_NOT_SERVED", ["999999", "111100"]],
])("reads %s in the codes %j", (reason, codes) => {
  expect(rateRefusalReason(codes.map((code) => ({ code })))).toBe(reason);
});

it("claims nothing of codes it does not know, or of none", () => {
  expect([rateRefusalReason([{ code: "118400" }]), rateRefusalReason([])]).toEqual([null, null]);
});
