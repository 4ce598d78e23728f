/**
 * Where UPS carries nothing, neither to nor from. Cuba, Iran, North Korea and Syria stand under controlled places on UPS's pages,
 * Russia and Belarus in its service alert of 2022. The regions of Ukraine are those under the embargo of the United States
 * (executive orders 13685 and 14065), by ISO 3166-2 and the codes of its post; the post of Russia has six digits there. That UPS
 * answers with the number of a lane without service is a belief.
 */
const suspendedCountries = new Set("CU IR KP SY RU BY".split(" "));
const embargoedRegions = /^(UA-?)?(09|14|40|43)$/;
const embargoedCodes = /^(8[3-7]\d{3}|9[1-9]\d{3}|29[5-9]\d{3}|28[3-7]\d{3}|291\d{3})$/;

export interface ServedPlace {
  country: string;
  postalCode: string;
  state?: string;
}

export function isSuspended({ country, postalCode, state = "" }: ServedPlace): boolean {
  if (suspendedCountries.has(country)) return true;
  return country === "UA" && (embargoedRegions.test(state) || embargoedCodes.test(postalCode.replace(/\s/g, "")));
}
