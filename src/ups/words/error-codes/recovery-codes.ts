import { codesFrom } from "./error-code.js";
import { probes, upsGuide } from "./evidence.js";

/**
 * The money hangs on this table: a purchase without an answer is given up only where UPS says that it knows no such
 * shipment. "Not found" is also said of what is not processed yet, so it counts after the waiting time alone. 300034 says
 * that something is there which was not processed: not that nothing was bought.
 */
export const recoveryCodes = [
  ...codesFrom(upsGuide, [
    ["300000", "TRANSIENT", "Recovery is out of order"],
    ["300001", "EXISTS", "Several shipments fit"],
    ["300002", "EXISTS", "No label: UPS has sent the package on to where it goes"],
    ["300003", "EXISTS", "The shipment has more than 100 packages"],
    ["300004", "EXISTS", "Labels of this return service are not given again"],
    ["300005", "REQUEST", "Neither a tracking number nor a reference with its shipper number"],
    ["300006", "EXISTS", "No label any more: it has expired"],
    ["300007", "NO_SHIPMENT", "No shipment of this number, or reference and shipper number, is known (yet)"],
    ["300008", "REQUEST", "Translation code not known"],
    ["300009", "REQUEST", "Way of asking not known"],
    ["300013", "LABEL", "Way of printing not known"],
    ["300014", "REQUEST", "This is no tracking number"],
    ["300022", "NOTICE", "UPS's e-mail is out of order: says nothing of the shipment"],
    ["300023", "LABEL", "User agent not accepted"],
    ["300026", "NOTICE", "The link was mailed to the address given with the shipment"],
    ["300030", "REQUEST", "This is no reference"],
    ["300031", "REQUEST", "This is no shipper number"],
    ["300032", "EXISTS", "The shipment has none of what was asked for"],
    ["300033", "VOIDED", "The shipment is voided"],
    ["300034", "EXISTS", "No label: the shipment is not processed"],
    ["300035", "EXISTS", "Too many shipments fit the reference"],
  ]),
  ...codesFrom(probes, [
    ["9801031", "NO_SHIPMENT", "As 300007, from REST; straight after shipping too"],
    ["9801040", "VOIDED", "As 300033, from REST"],
    ["9801050", "LABEL", "A label stock size does not go with this image format"],
  ]),
];
