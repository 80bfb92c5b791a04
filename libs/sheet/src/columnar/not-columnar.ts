/** What the columnar engine cannot prove to compute exactly as the exact engine does; the exact engine then runs. */
export class NotColumnar extends Error {}

/** A bound grew past what an integer of the database holds. Tighter bounds, measured on the data, may still fit. */
export class TooWide extends NotColumnar {}

/** A formula reads a column that is computed in the batch at hand: the batch must be written first. */
export class NeedsBatch extends Error {}
