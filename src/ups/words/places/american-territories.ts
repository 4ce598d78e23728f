import { type Territory, territory } from "./territory.js";

const usps = "USPS Publication 28, appendix B, and its ZIP code ranges; codes of UPS";

/** Written as states of the United States. To UPS each is a country: as a state it is refused (111286, 120206). */
export const americanTerritories: readonly Territory[] = [
  territory("Puerto Rico", "US PR", { regions: ["PR"], postal: /^00[679]/, area: "US" }, usps),
  territory("US Virgin Islands", "US VI", { regions: ["VI"], postal: /^008/ }, usps),
  territory("Guam", "US GU", { regions: ["GU"], postal: /^969(1\d|2\d|3[0-2])/ }, usps),
  territory("American Samoa", "US AS", { regions: ["AS"], postal: /^96799/ }, usps),
  territory("Northern Mariana Islands", "US MP", { regions: ["MP"], postal: /^9695[0-2]/ }, usps),
  territory("Palau", "US PW", { regions: ["PW"], postal: /^96940/ }, usps),
  territory("Micronesia", "US FM", { regions: ["FM"], postal: /^9694[1-4]/ }, usps),
  territory("Marshall Islands", "US MH", { regions: ["MH"], postal: /^969[67]0/ }, usps),
  territory("US Minor Outlying Islands", "US UM", { regions: ["UM"], postal: /^96898/ }, "ISO 3166-2:US; USPS (Wake)"),
];
