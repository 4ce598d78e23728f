import type { DocumentFormat } from "../../carrier/documents.js";

/** What a file of the format is served as. */
export const contentTypes: Record<DocumentFormat, string> = {
  bmp: "image/bmp",
  doc: "application/msword",
  gif: "image/gif",
  jpg: "image/jpeg",
  pdf: "application/pdf",
  png: "image/png",
  rtf: "application/rtf",
  tif: "image/tiff",
  txt: "text/plain; charset=utf-8",
  xls: "application/vnd.ms-excel",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
