import { type Territory, territory } from "./territory.js";

const french = "ISO 3166-2:FR; La Poste's codes; codes of UPS; 2006/112/EC art. 6(1)(c) and (d)";
const dutch = "ISO 3166-2:NL; codes of UPS";
const chinese = "ISO 3166-2:CN; codes of UPS";

/** Places overseas that ISO counts twice: as a country, and as a part of one. */
export const overseasTerritories: readonly Territory[] = [
  territory("Saint Barthélemy", "FR BL", { postal: /^(97133|977\d\d)$/, regions: ["BL", "977"] }, french),
  territory("Saint Martin", "FR MF", { postal: /^(97150|978\d\d)$/, regions: ["MF", "978"] }, french),
  territory("Guadeloupe", "FR GP", { postal: /^971\d\d$/, regions: ["GP", "971"] }, french),
  territory("Martinique", "FR MQ", { postal: /^972\d\d$/, regions: ["MQ", "972"] }, french),
  territory("French Guiana", "FR GF", { postal: /^973\d\d$/, regions: ["GF", "973"] }, french),
  territory("Réunion", "FR RE", { postal: /^974\d\d$/, regions: ["RE", "974"] }, french),
  territory("Saint Pierre and Miquelon", "FR PM", { postal: /^975\d\d$/, regions: ["PM", "975"] }, french),
  territory("Mayotte", "FR YT", { postal: /^976\d\d$/, regions: ["YT", "976"] }, french),
  territory("French Southern Territories", "FR TF", { postal: /^984\d\d$/, regions: ["TF", "984"] }, french),
  territory("Wallis and Futuna", "FR WF", { postal: /^986\d\d$/, regions: ["WF", "986"] }, french),
  territory("French Polynesia", "FR PF", { postal: /^987\d\d$/, regions: ["PF", "987"] }, french),
  territory("New Caledonia", "FR NC", { postal: /^988\d\d$/, regions: ["NC", "988"] }, french),
  territory("Aruba", "NL AW", { regions: ["AW"] }, dutch),
  territory("Curaçao", "NL CW", { regions: ["CW"] }, dutch),
  territory("Sint Maarten", "NL SX", { regions: ["SX"], city: /^PHILIPSBURG$/ }, dutch),
  territory(
    "Bonaire, Saba, Sint Eustatius",
    "NL BQ",
    { regions: ["BQ", "BQ1", "BQ2", "BQ3"], city: /^KRALENDIJK$/ },
    dutch,
  ),
  territory("Hong Kong", "CN HK", { regions: ["HK", "91"], postal: /^999077$/, city: /^HONG ?KONG$/ }, chinese),
  territory("Macau", "CN MO", { regions: ["MO", "92"], postal: /^999078$/, city: /^(MACAU|MACAO)$/ }, chinese),
  territory("Taiwan", "CN TW", { regions: ["TW", "71"], city: /^TAIPEI$/ }, chinese),
];
