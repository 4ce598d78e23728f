import type { StoredShipmentDetails } from "../../entities/values/stored-shipment-details.js";
import type { ShippingUserError } from "../../entities/values/user-error.js";
import { userError } from "../user-error.js";
import { checkWithCarrier, toCarrierDetails } from "./carrier-details.js";
import type { DetailsDefaults } from "./details-defaults.js";
import { generatedService, returnDetails } from "./return-details.js";

/** Whether the return label can be bought after the outbound, as far as that is known before: one error, or none. */
export function checkGeneratedReturn(
  outbound: StoredShipmentDetails,
  { adapter, account }: Pick<DetailsDefaults, "adapter" | "account">,
  serviceCode: string | null,
  at: string[],
): ShippingUserError[] {
  const field = [...at, "options", "generateReturnLabel"];
  if (outbound.returnService !== null)
    return [userError("OPTION_NOT_ALLOWED", "A return has no return label of its own.", field)];
  const back = returnDetails(outbound, outbound.packages, generatedService);
  const [problem] = checkWithCarrier(adapter, toCarrierDetails(back, null), serviceCode, account.address);
  if (problem === undefined) return [];
  const message = `No return label can be bought with it: ${problem.message} (${problem.path.join(".")}).`;
  return [userError("OPTION_NOT_ALLOWED", message, field)];
}
