import { describedEnum } from "./described-enum.js";

const labelFormats = {
  PDF: "A 4 x 6 inch page at actual size for laser and inkjet printers, rendered from the carrier's image.",
  ZPL: "ZPL commands for Zebra label printers, exactly as the carrier sent them.",
  EPL: "EPL commands (Eltron printer language 2), exactly as the carrier sent them.",
  SPL: "SPL commands for Star printers, exactly as the carrier sent them.",
  GIF: "A GIF image, exactly as the carrier sent it.",
};

export const LabelFormat = describedEnum(
  "LabelFormat",
  "File format that shipping labels are ordered in.",
  labelFormats,
);
export type LabelFormat = keyof typeof LabelFormat;

export const LabelFileFormat = describedEnum(
  "LabelFileFormat",
  "File format of a shipping label: one that is ordered, or what the carrier sent instead.",
  {
    ...labelFormats,
    PNG: "A PNG image, exactly as the carrier sent it.",
    JPEG: "A JPEG image, exactly as the carrier sent it.",
    HTML: "An HTML page that the carrier sent instead of a label: isPrintable is false.",
    UNKNOWN: "Bytes that nobody can make a label out of, exactly as the carrier sent them: isPrintable is false.",
  },
);
export type LabelFileFormat = keyof typeof LabelFileFormat;

export const LabelLetters = describedEnum(
  "LabelLetters",
  "What becomes of letters that the carrier cannot print. UPS prints the letters of Western Europe; a label also those of Central Europe or of Turkish, and Cyrillic inside one country, if one of its character sets holds all letters of the label.",
  {
    AS_WRITTEN: "They are refused with INVALID before anything is bought; the error names the field and the letters.",
    WITHOUT_ACCENTS:
      "Latin letters lose their accents (Rīga: Riga), typographic signs become plain ones; letters of other scripts are refused with INVALID, naming the field and the letters.",
    TRANSLITERATE:
      "All are written in Latin letters, one letter after the other (София: Sofiya); pictures such as emoji are left out. Length limits hold for what is printed.",
  },
);
export type LabelLetters = keyof typeof LabelLetters;
