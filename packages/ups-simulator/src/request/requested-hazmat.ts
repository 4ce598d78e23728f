/** Dangerous goods of one package as Rate or Ship was told of them; texts are empty where nothing was said. */
export interface RequestedHazMat {
  packageIdentifier: string;
  isAllPackedInOne: boolean;
  isOverpacked: boolean;
  qValue: string;
  records: RequestedChemical[];
}

export interface RequestedChemical {
  identifier: string;
  regulationSet: string;
  /** Rate's 01 to 04 and Ship's words as ROAD, PASSENGER or CARGO; empty: none is said, OTHER: none that UPS knows. */
  mode: "ROAD" | "PASSENGER" | "CARGO" | "OTHER" | "";
  level: string;
  idNumber: string;
  properShippingName: string;
  hazardClass: string;
  quantity: string;
  unit: string;
  packagingType: string;
  pieces: string;
  emergencyPhone: string;
  emergencyContact: string;
}

export interface RequestedDryIce {
  regulationSet: string;
  weight: string;
  unit: string;
  isForMedicalUse: boolean;
}
