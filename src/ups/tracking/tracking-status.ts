import type { TrackedStatus } from "../../carrier/tracking.js";

/** A scan's codes: `code` means something only under its `type`, and `statusCode` is the three-digit one. */
export interface StatusCodes {
  type?: string | undefined;
  code?: string | undefined;
  statusCode?: string | undefined;
}

const words = (text: string) => text.split(" ");
const table = (rows: Partial<Record<TrackedStatus, string>>): ReadonlyMap<string, TrackedStatus> =>
  new Map(
    Object.entries(rows).flatMap(([status, codes]) => words(codes).map((code) => [code, status as TrackedStatus])),
  );

/** What type and code say together where neither the type nor the three-digit code says it as well. */
const byTypeAndCode = table({
  VOIDED: "M/VP",
  LABEL_CREATED: "I/OC I/PL I/SP",
  IN_TRANSIT: "D/F0 D/F3 D/F7 D/2D D/2J D/VS",
  OUT_FOR_DELIVERY: "I/OT I/OF I/YF I/YI I/ZS X/ZS D/OT D/OF D/2K D/7K D/ZS",
  AVAILABLE_FOR_PICKUP: "D/2Q D/ZP D/1N D/EP D/ZQ I/2Q I/ZP X/2Q X/ZP",
  DELIVERED: "D/F4 D/FS D/KB D/KM D/2W D/UC D/YC D/OO",
  RETURNED: "D/B0 D/UA",
  RETURNING:
    "X/24 X/27 X/90 X/3N X/4R X/4S X/6C X/7H X/8H X/A1 X/CS X/DL X/H8 X/I1 X/KP X/O0 X/O4 X/PP X/RV X/TU X/UA X/UF X/YJ X/YK D/5F",
});

/** Requests and notices, such as "delivery change requested", are left out: they say nothing of where the package is. */
const byStatusCode = table({
  LABEL_CREATED: "003 044 045 065 077 079 080 131 135 157 166",
  VOIDED: "007",
  IN_TRANSIT:
    "005 010 012 014 016 025 038 039 047 057 070 071 072 073 074 075 084 087 092 094 134 136 137 138 143 158 159 160 164 165 167 168 169",
  OUT_FOR_DELIVERY: "006 021 037 078 089 091 146 162",
  DELIVERED: "011 026",
  AVAILABLE_FOR_PICKUP: "017 040 144 161",
  RETURNING: "034 035 036 067 081",
  EXCEPTION:
    "013 022 023 024 029 030 032 046 048 049 050 051 052 053 055 058 059 060 061 062 064 066 068 069 076 083 085 086 090 093 123 124 125 126 132 139 141 145 147 149",
});

/** D is left out on purpose: UPS files loading and out-for-delivery scans under it too. */
const byType = table({
  LABEL_CREATED: "M",
  VOIDED: "MV",
  IN_TRANSIT: "I P W DO DD",
  EXCEPTION: "X",
});

/** What one scan says; null: nothing about where the package is. */
export function statusOf({ type = "", code = "", statusCode = "" }: StatusCodes): TrackedStatus | null {
  const number = /^\d{1,3}$/.test(statusCode) ? statusCode.padStart(3, "0") : "";
  // Handed over, and "returned to sender" is what was handed over.
  if (type === "D" && number === "034") return "RETURNED";
  return byTypeAndCode.get(`${type}/${code}`) ?? byStatusCode.get(number) ?? byType.get(type) ?? null;
}

/**
 * Where the package stands after these scans, newest first. A notice after delivery, such as a damage report, does not
 * undo it; a delivery after "returning to sender" was one to the sender.
 */
export function standing(scans: (TrackedStatus | null)[], current: TrackedStatus | null): TrackedStatus {
  const telling = scans.filter((status) => status !== null);
  const [newest = current ?? "UNKNOWN"] = telling;
  const isDelivered = newest === "DELIVERED" || (newest === "EXCEPTION" && telling.includes("DELIVERED"));
  if (!isDelivered) return newest;
  return telling.includes("RETURNING") ? "RETURNED" : "DELIVERED";
}
