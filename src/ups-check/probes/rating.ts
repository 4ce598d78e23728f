import type { ShipmentDetails } from "../../carrier/shipment-details.js";
import { plainOptions } from "../../carrier/shipment-options.js";
import { ratingPath, serialiseRating } from "../../ups/rating/serialise-rating.js";
import { withMember } from "../change-body.js";
import type { Own, Probe } from "../probe.js";
import { places, rateRequest, someDetails, toNewYork, twoBooks } from "../sample-shipments.js";

type Changes = (own: Own) => Partial<ShipmentDetails>;

/** All services of a lane, or one, as the adapter asks. */
function priced(name: string, changes: Changes, serviceCode: string | null = null): Probe {
  return {
    name,
    request(own) {
      const request = rateRequest(own, changes(own), serviceCode);
      return { method: "POST", path: ratingPath(request), body: serialiseRating(own.account, request) };
    },
  };
}

/** To New York, with one member that the adapter would not send so. */
function spoiled(name: string, path: readonly (string | number)[], value: unknown): Probe {
  return {
    name,
    request(own) {
      const request = rateRequest(own, {}, "UPS_GROUND");
      const body = withMember(serialiseRating(own.account, request), ["RateRequest", ...path], value);
      return { method: "POST", path: ratingPath(request), body };
    },
  };
}

const shipTo = ["Shipment", "ShipTo", "Address"] as const;
const firstPackage = ["Shipment", "Package", 0] as const;

const twoPackages: Changes = (own) => {
  const { packages } = someDetails(own);
  return { packages: [...packages, ...packages] };
};

export const ratingProbes: Probe[] = [
  priced("all services within the country", () => ({})),
  priced("one service", () => ({}), "UPS_GROUND"),
  priced("two packages", twoPackages),
  priced("to a home", () => toNewYork({ residentialStatus: "RESIDENTIAL" })),
  priced("on a Saturday", () => ({ options: { ...plainOptions, isSaturdayDelivery: true } })),
  priced("with a signature", () => ({ options: { ...plainOptions, signature: "SIGNATURE" } })),
  priced("to Canada", () => ({ shipTo: places.toronto, customs: twoBooks })),
  priced("to Germany", () => ({ shipTo: places.berlin, customs: twoBooks })),
  priced("to the Canary Islands", () => ({ shipTo: places.tenerife, customs: twoBooks })),
  spoiled("a postal code of another state", [...shipTo, "PostalCode"], "78756"),
  spoiled("a postal code that does not exist", [...shipTo, "PostalCode"], "00000"),
  spoiled("the Virgin Islands as a state", shipTo, {
    ...{ AddressLine: ["1 Government Hill"], City: "Charlotte Amalie", StateProvinceCode: "VI" },
    ...{ PostalCode: "00802", CountryCode: "US" },
  }),
  spoiled("a military address", shipTo, {
    ...{
      AddressLine: ["PSC 2 Box 14697"],
      City: "APO",
      StateProvinceCode: "AE",
      PostalCode: "09012",
      CountryCode: "US",
    },
  }),
  spoiled("a service that does not exist", ["Shipment", "Service", "Code"], "ZZ"),
  spoiled("a package type that does not exist", [...firstPackage, "PackagingType", "Code"], "ZZ"),
  spoiled("more weight than UPS carries", [...firstPackage, "PackageWeight", "Weight"], "151"),
  spoiled("no package", ["Shipment", "Package"], []),
  spoiled("an account that does not exist", ["Shipment", "Shipper", "ShipperNumber"], "000000"),
];
