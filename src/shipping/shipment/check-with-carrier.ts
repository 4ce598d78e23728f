import type { CarrierAdapter } from "../../carrier/adapter.js";
import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import type { Address, FieldProblem } from "../../carrier/values.js";

/** What the carrier does not offer at all, else its limits and lane rules, without asking it. */
export function checkWithCarrier(
  adapter: CarrierAdapter,
  details: ShipmentDetails,
  serviceCode: string | null,
  shipper: Address | null = null,
): FieldProblem[] {
  const lacks = lacked(adapter, details);
  return lacks.length > 0 ? lacks : adapter.checkShipment(details, serviceCode, shipper);
}

function lacked({ name, locations, returns }: CarrierAdapter, details: ShipmentDetails): FieldProblem[] {
  const lacks: FieldProblem[] = [];
  const add = (part: keyof ShipmentDetails, message: string) =>
    lacks.push({ code: "OPTION_NOT_ALLOWED", path: [part], message });
  if (details.accessPoint !== null && locations === null) add("accessPoint", `${name} has no access points.`);
  if (details.returnService !== null && returns === null) add("returnService", `${name} brings nothing back.`);
  return lacks;
}
