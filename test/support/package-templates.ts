import type { TestService } from "./service.js";

const centimetres = (length: number, width: number, height: number) => ({ length, width, height, unit: "CM" });
const kilograms = (value: number) => ({ value, unit: "KG" });

/** A medium box. */
export const aTemplate = {
  name: "Medium box",
  innerDimensions: centimetres(30, 20, 15),
  outerDimensions: centimetres(31, 21, 16),
  tareWeight: kilograms(0.25),
  maxWeight: kilograms(10),
  packageType: "UPS_CUSTOMER_PACKAGE",
};

const create = `mutation ($input: CreatePackageTemplateInput!) { createPackageTemplate(input: $input) {
  packageTemplate { id name } userErrors { code field message } } }`;

/** Through the front door. */
export async function createTemplate(service: Pick<TestService, "run">, over: object = {}) {
  return (await service.run(create, { input: { ...aTemplate, ...over } })).createPackageTemplate;
}
