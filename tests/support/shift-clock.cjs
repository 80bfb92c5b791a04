// Loaded with `-r` before anything else: the process lives QH_CLOCK_SHIFT_MS beside the real time.
const shift = Number(process.env.QH_CLOCK_SHIFT_MS ?? 0);
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...args) {
    if (args.length) super(...args);
    else super(Real.now() + shift);
  }
  static now() {
    return Real.now() + shift;
  }
};
