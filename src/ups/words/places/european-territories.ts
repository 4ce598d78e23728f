import { type Territory, territory } from "./territory.js";

/** EU Council Directive 2006/112/EC, as amended by (EU) 2019/475: places of the Union without its VAT, or its customs. */
const noVat = "2006/112/EC art. 6(1): in the customs territory, without VAT";
const noCustoms = "2006/112/EC art. 6(2): outside the customs territory";
const reported = "UPS refuses ES there with 128400 (OCA/delivery-carrier #1211)";

/** Places of Europe whose postal codes are a larger country's. */
export const europeanTerritories: readonly Territory[] = [
  territory(
    "Canary Islands",
    "ES IC",
    { postal: /^(35|38)\d{3}$/, regions: ["CN", "GC", "TF"] },
    `${noVat}; UPS: IC (magento2 #20222)`,
  ),
  territory("Ceuta", "ES XC", { postal: /^51\d{3}$/, regions: ["CE"] }, `${noCustoms}; ${reported}`),
  territory("Melilla", "ES XL", { postal: /^52\d{3}$/, regions: ["ML"] }, `${noCustoms}; ${reported}`),
  territory(
    "Ceuta",
    "EA XC",
    { postal: /^51\d{3}$/, regions: ["CE"], city: /^CEUTA$/ },
    `EA: reserved in ISO 3166-1; ${reported}`,
  ),
  territory(
    "Melilla",
    "EA XL",
    { postal: /^52\d{3}$/, regions: ["ML"], city: /^MELILLA$/ },
    `EA: reserved in ISO 3166-1; ${reported}`,
  ),
  territory("Heligoland", "DE", { postal: /^27498$/, area: "HELIGOLAND" }, noCustoms),
  // Customs treaty of Switzerland and Germany of 1964: no border to Switzerland.
  territory("Büsingen", "DE", { postal: /^78266$/, area: "CH" }, noCustoms),
  territory("Livigno", "IT", { postal: /^(23041|23030)$/, city: /^LIVIGNO$/, area: "LIVIGNO" }, noCustoms),
  territory("Campione d'Italia", "IT", { postal: /^2206[01]$/, city: /^CAMPIONE D.?ITALIA$/, area: "CAMPIONE" }, noVat),
  territory("Mount Athos", "GR", { postal: /^6308[67]$/, area: "ATHOS" }, noVat),
  territory("Åland", "FI AX", { postal: /^22\d{3}$/, regions: ["01", "AX"] }, `${noVat}; codes of UPS`),
  territory(
    "Northern Cyprus",
    "CY",
    { postal: /^99\d{3}$/, area: "NORTHERN_CYPRUS" },
    "Protocol 10 of 2003; (EC) 866/2004",
  ),
  territory(
    "Guernsey",
    "GB GG",
    { postal: /^GY\d/, regions: ["GG", "GGY", "GUERNSEY"] },
    "Crown dependency; codes of UPS",
  ),
  territory("Jersey", "GB JE", { postal: /^JE\d/, regions: ["JE", "JEY", "JERSEY"] }, "Crown dependency; codes of UPS"),
  territory(
    "Isle of Man",
    "GB IM",
    { postal: /^IM\d/, regions: ["IM", "IMN", "ISLE OF MAN"], area: "GB" },
    "Customs and Excise Agreement of 1979: one area with the United Kingdom; codes of UPS",
  ),
  // Regions: ISO 3166-2:GB. UPS's API has no country of its own for it; XI is a prefix of VAT numbers.
  territory(
    "Northern Ireland",
    "GB",
    { postal: /^BT\d/, regions: ["NIR", "NORTHERN IRELAND"], area: "XI" },
    "Windsor Framework of 2023",
  ),
  territory(
    "Northern Ireland",
    "XI GB",
    { postal: /^/, area: "XI" },
    "XI: user-assigned, of tax and customs; Windsor Framework of 2023",
  ),
  territory("San Marino", "IT SM", { postal: /^4789\d$/, regions: ["SM"] }, "Customs union without VAT; codes of UPS"),
  territory(
    "Vatican City",
    "IT VA",
    { postal: /^00120$/, city: /^(CITTA DEL VATICANO|VATICAN CITY)$/ },
    "codes of UPS",
  ),
  territory("Monaco", "FR MC", { postal: /^980\d\d$/, regions: ["MC"], area: "EU" }, "2006/112/EC art. 7: as France"),
  territory("Liechtenstein", "CH LI", { postal: /^94(8[5-9]|9[0-8])$/, area: "CH" }, "Customs treaty of 1923"),
  territory(
    "Svalbard and Jan Mayen",
    "NO",
    { postal: /^(917\d|8099)$/, area: "SVALBARD" },
    "Outside Norway's VAT and customs",
  ),
  territory("Greenland", "DK GL", { postal: /^((GL|DK)-?)?39\d\d$/, regions: ["GL"] }, "ISO 3166-1; codes of UPS"),
  territory("Faroe Islands", "DK FO", { postal: /^((FO|DK)-?)?\d{3}$/, regions: ["FO"] }, "ISO 3166-1; codes of UPS"),
  territory("Kosovo", "XK KV", { postal: /^/ }, "XK: user-assigned, of the European Commission; codes of UPS: KV"),
];
