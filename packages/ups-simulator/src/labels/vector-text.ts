import bwipjs from "bwip-js/node";

/**
 * Text as vector outlines from the OCR-B font inside bwip-js: it looks the same on a machine without any fonts.
 * The font is monospaced; its capitals are about two thirds of the size high.
 */
const font = bwipjs.FontLib.lookup("OCR-B");
const em = 1000;
const outlines = new Map<string, { path: string; advance: number } | null>();

/** An SVG path of one line of text with its left end of the baseline at (x, y). Letters outside ASCII lose their accents. */
export function textPath(text: string, x: number, y: number, size: number, weight = 0): string {
  const scale = size / em;
  let cursor = 0;
  let glyphs = "";
  for (const sign of asciiOf(text)) {
    const outline = outlineOf(sign);
    if (outline?.path) glyphs += `<path d="${outline.path}" transform="translate(${cursor} 0)"/>`;
    cursor += outline?.advance ?? 0;
  }
  const stroke = weight > 0 ? ` stroke="#000" stroke-width="${weight / scale}"` : "";
  return `<g transform="translate(${x} ${y}) scale(${scale} ${-scale})"${stroke}>${glyphs}</g>`;
}

/** Width of a line in the units of `size`. */
export function textWidth(text: string, size: number): number {
  return [...asciiOf(text)].reduce((width, sign) => width + (outlineOf(sign)?.advance ?? 0), 0) * (size / em);
}

const lettersWithoutAccent: Record<string, string> = { ß: "ss", ł: "l", Ł: "L", ø: "o", Ø: "O", æ: "ae", Æ: "AE" };

/** The simulator's fonts and thermal texts know ASCII only; what cannot be written becomes a question mark. */
export function asciiOf(text: string): string {
  const separated = text.normalize("NFD").replace(/\p{M}/gu, "");
  return [...separated].map((sign) => lettersWithoutAccent[sign] ?? (/[ -~]/.test(sign) ? sign : "?")).join("");
}

function outlineOf(sign: string): { path: string; advance: number } | null {
  let outline = outlines.get(sign);
  if (outline === undefined) {
    outline = readOutline(sign);
    outlines.set(sign, outline);
  }
  return outline;
}

function readOutline(sign: string): { path: string; advance: number } | null {
  const segments = bwipjs.FontLib.getpaths(font, sign.charCodeAt(0), em, em);
  if (!segments) return null;
  const path = segments.map((segment) => {
    const end = `${Math.round(segment.x)} ${Math.round(segment.y)}`;
    if (segment.type === "Q") return `Q${Math.round(segment.cx)} ${Math.round(segment.cy)} ${end}`;
    if (segment.type !== "C") return `${segment.type}${end}`;
    return `C${segment.cx1} ${segment.cy1} ${segment.cx2} ${segment.cy2} ${end}`;
  });
  return { path: path.length > 0 ? `${path.join("")}Z` : "", advance: Math.round(segments.advance) };
}
