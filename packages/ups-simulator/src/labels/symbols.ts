import bwipjs from "bwip-js/node";
import type { LabelContent } from "./label-content.js";

/** A Code 128 as an SVG path: bars whole pixels wide, so that nothing blurs. Returns its width too. */
export function code128(text: string, x: number, y: number, moduleWidth: number, height: number) {
  const [symbol] = bwipjs.raw("code128", text, {}) as { sbs: number[] }[];
  let cursor = x;
  let path = "";
  for (const [index, modules] of (symbol?.sbs ?? []).entries()) {
    const width = modules * moduleWidth;
    if (index % 2 === 0) path += `M${cursor} ${y}h${width}v${height}h${-width}z`;
    cursor += width;
  }
  return { svg: `<path d="${path}"/>`, width: cursor - x };
}

/** How many modules a Code 128 of this text has, without quiet zones. */
export function code128Modules(text: string): number {
  const [symbol] = bwipjs.raw("code128", text, {}) as { sbs: number[] }[];
  return (symbol?.sbs ?? []).reduce((sum, modules) => sum + modules, 0);
}

/** The MaxiCode of a label, in black hexagons around its bull's eye. */
export function maxiCode({ mode, message }: LabelContent["maxiCode"], x: number, y: number, width: number): string {
  const options = { bcid: "maxicode", text: message, mode, parse: false };
  const svg = bwipjs.toSVG(options);
  const natural = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1] ?? 1);
  const inner = svg.replace(/^<svg[^>]*>|<\/svg>\s*$/g, "");
  return `<g transform="translate(${x} ${y}) scale(${width / natural})">${inner}</g>`;
}
