/** The first three digits of ZIP codes by state, as the United States Postal Service hands them out. */
const prefixes =
  "AL350-369 AK995-999 AZ850-865 AR716-729 CA900-961 CO800-816 CT060-069 DC200-200 DC202-205 DE197-199 FL320-349 " +
  "GA300-319 GA398-399 HI967-968 IA500-528 ID832-838 IL600-629 IN460-479 KS660-679 KY400-427 LA700-714 MA010-027 " +
  "MD206-219 ME039-049 MI480-499 MN550-567 MO630-658 MS386-397 MT590-599 NC270-289 ND580-588 NE680-693 NH030-038 " +
  "NJ070-089 NM870-884 NV889-898 NY005-005 NY100-149 OH430-459 OK730-749 OR970-979 PA150-196 PR006-007 PR009-009 " +
  "RI028-029 SC290-299 SD570-577 TN370-385 TX750-799 TX885-885 UT840-847 VA201-201 VA220-246 VI008-008 VT050-059 " +
  "WA980-994 WI530-549 WV247-268 WY820-831";

const ranges = prefixes.split(" ").map((entry) => ({
  state: entry.slice(0, 2),
  from: Number(entry.slice(2, 5)),
  to: Number(entry.slice(6)),
}));

/** The state of a ZIP code; null when no state has it. */
export function stateOfZip(zip: string): string | null {
  const prefix = Number(zip.slice(0, 3));
  return ranges.find(({ from, to }) => prefix >= from && prefix <= to)?.state ?? null;
}
