/** UPS's classes of an address: 0 unclassified, 1 commercial, 2 residential. */
export type AddressClass = "0" | "1" | "2";

/** House numbers of one street that share a postal code; `from` 0: the place has no number. */
export interface Street {
  from: number;
  to: number;
  street: string;
  urbanization: string;
  city: string;
  state: string;
  zip: string;
  plus4: string;
  addressClass: AddressClass;
}

/** Public places, numbers|street|urbanization|city|state|ZIP+4|class. What is not here is made up by rule. */
const rows = `
  350-350|5TH AVE||NEW YORK|NY|10118-0110|1
  1000-1000|5TH AVE||NEW YORK|NY|10028-0198|1
  0-0|CITY HALL PARK||NEW YORK|NY|10007-1200|1
  500-599|E 88TH ST||NEW YORK|NY|10128-7720|2
  1-1|DR CARLTON B GOODLETT PL||SAN FRANCISCO|CA|94102-4603|1
  1-1|FERRY BUILDING||SAN FRANCISCO|CA|94111-4209|1
  1-999|N MICHIGAN AVE||CHICAGO|IL|60601-7511|1
  1-999|S MICHIGAN AVE||CHICAGO|IL|60603-6404|1
  1600-1600|PENNSYLVANIA AVE NW||WASHINGTON|DC|20500-0005|1
  151-151|CALLE FORTALEZA||SAN JUAN|PR|00901-1501|1
  100-499|CALLE 1|URB ROOSEVELT|SAN JUAN|PR|00918-2401|2
  100-499|CALLE 1|URB HYDE PARK|SAN JUAN|PR|00927-4202|2
`;

export const streets: Street[] = rows
  .trim()
  .split("\n")
  .map((row) => {
    const [numbers = "", street = "", urbanization = "", city = "", state = "", postal = "", addressClass] = row
      .trim()
      .split("|");
    const [from, to] = numbers.split("-").map(Number) as [number, number];
    const [zip = "", plus4 = ""] = postal.split("-");
    return { from, to, street, urbanization, city, state, zip, plus4, addressClass: addressClass as AddressClass };
  });
