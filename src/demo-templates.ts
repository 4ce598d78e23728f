const inches = (length: number, width: number, height: number) => ({ length, width, height, unit: "IN" as const });
const pounds = (value: number) => ({ value, unit: "LB" as const });
const templateId = (number: number) => `ptp_00000000-0000-7000-8000-00000000000${number}`;

/** The boxes that demo mode packs into: what fits inside, what it is outside, what it weighs empty, and what it may weigh. */
export const demoTemplates = [
  {
    id: templateId(1),
    name: "Small box",
    innerDimensions: inches(10, 6, 6),
    outerDimensions: inches(10.5, 6.5, 6.5),
    tareWeight: pounds(0.4),
    maxWeight: pounds(10),
  },
  {
    id: templateId(2),
    name: "Medium box",
    innerDimensions: inches(18, 10.5, 9),
    outerDimensions: inches(18.5, 11, 9.5),
    tareWeight: pounds(0.9),
    maxWeight: pounds(30),
  },
  {
    id: templateId(3),
    name: "Large box",
    innerDimensions: inches(20, 16, 16),
    outerDimensions: inches(20.5, 16.5, 16.5),
    tareWeight: pounds(2),
    maxWeight: pounds(65),
  },
].map((template) => ({ ...template, packageTypeCode: "UPS_CUSTOMER_PACKAGE" }));
