const bullets = "••••";

/** Four bullets and the last characters of `text`; the bullets alone where those would be half of it or more. */
export function masked(text: string, shown: number): string {
  return text.length > shown * 2 ? bullets + text.slice(-shown) : bullets;
}
