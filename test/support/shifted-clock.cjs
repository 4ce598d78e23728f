/** Preloaded into a server, so that a test can let the hours pass: each SIGUSR2 moves its clock on by five of them. */
const RealDate = Date;
let shiftMs = 0;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shiftMs);
    else super(...parts);
  }

  static now() {
    return RealDate.now() + shiftMs;
  }
};

process.on("SIGUSR2", () => {
  shiftMs += 5 * 3600 * 1000;
  process.stdout.write(`clock at +${shiftMs} ms\n`);
});
