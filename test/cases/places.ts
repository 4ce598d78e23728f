import { berlin, newYork } from "../support/seed.js";

/** City halls and public offices: where the accounts of `@account:<city>` stand. */
export const places: Record<string, object> = {
  berlin,
  newyork: newYork,
  london: {
    ...{ name: "Reception", company: "City Hall", lines: ["Kamal Chunchie Way"], city: "London" },
    ...{ postalCode: "E16 1ZE", countryCode: "GB", phone: "+442079834000" },
  },
  paris: {
    ...{ name: "Accueil", company: "Hotel de Ville", lines: ["Place de l'Hotel de Ville"], city: "Paris" },
    ...{ postalCode: "75004", countryCode: "FR", phone: "+33142764040" },
  },
  madrid: {
    ...{ name: "Recepcion", company: "Ayuntamiento", lines: ["Calle Montalban 1"], city: "Madrid" },
    ...{ postalCode: "28014", countryCode: "ES", phone: "+34914800010" },
  },
  milan: {
    ...{ name: "Ufficio", company: "Palazzo Marino", lines: ["Piazza della Scala 2"], city: "Milano", region: "MI" },
    ...{ postalCode: "20121", countryCode: "IT", phone: "+390202020202" },
  },
  warsaw: {
    ...{ name: "Recepcja", company: "Urzad Miasta", lines: ["Plac Bankowy 3/5"], city: "Warszawa" },
    ...{ postalCode: "00-950", countryCode: "PL", phone: "+48224431000" },
  },
  toronto: {
    ...{ name: "Front Desk", company: "City Hall", lines: ["100 Queen St W"], city: "Toronto", region: "ON" },
    ...{ postalCode: "M5H 2N2", countryCode: "CA", phone: "4163922489" },
  },
  sanjuan: {
    ...{ name: "Front Desk", company: "City Hall", lines: ["Calle San Francisco 150"], city: "San Juan", region: "PR" },
    ...{ postalCode: "00901", countryCode: "US", phone: "7874805000" },
  },
  shanghai: {
    ...{ name: "Front Desk", company: "City Government", lines: ["200 Renmin Avenue"], city: "Shanghai" },
    ...{ postalCode: "200003", countryCode: "CN", phone: "+862123111111" },
  },
  tokyo: {
    ...{ name: "Front Desk", company: "Metropolitan Government", lines: ["2-8-1 Nishishinjuku"], city: "Tokyo" },
    ...{ postalCode: "163-8001", countryCode: "JP", phone: "+81353211111" },
  },
};
