/** UPS's label is four inches wide; its own pictures have it lying on its side, 7 x 4 inches. */
const widthInches = 4;
/** The label; what UPS's pictures of 7 inches have beyond it is terms or nothing; a stock of 8 inches. */
const usual = 6;
const withTerms = 7;
const long = 8;
/** Pictures of a printer's resolution have been cut to whole dots. */
const tolerance = 0.01;
/** Fewer dots an inch show no barcode. */
const leastDpi = 100;

/** How a picture shows its label. */
export interface LabelLayout {
  /** Whether it lies on its side: a quarter clockwise puts it upright. */
  isLying: boolean;
  /** Length of the label in the picture, in inches, the terms behind it included; null: its scale is not known. */
  lengthInches: number | null;
  dpi: number | null;
}

/** Null: so few dots, or of such a shape, that it is no label. */
export function layoutOf(width: number, height: number): LabelLayout | null {
  const [short, longSide] = [Math.min(width, height), Math.max(width, height)];
  const isLying = width > height;
  const dpi = short / widthInches;
  if (dpi < leastDpi || longSide > short * 3) return null;
  const length = [usual, withTerms, long].find((inches) => Math.abs(longSide / dpi - inches) <= inches * tolerance);
  if (length === undefined) return { isLying, lengthInches: null, dpi: null };
  return { isLying, lengthInches: length, dpi: Math.round(dpi) };
}

/** Of the picture's length what is label: terms never are, what a longer stock adds is when there is something on it. */
export function labelLength({ lengthInches }: LabelLayout, isRestBlank: boolean): number | null {
  return lengthInches === withTerms || isRestBlank ? usual : lengthInches;
}

export const labelInches = { width: widthInches, length: usual } as const;
