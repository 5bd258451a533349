/** A folder that holds no stand-off that can be read: one sentence for the person. */
export class StandoffUnreadable extends Error {}
