/** A fixed palette: each has its own pair of text and ground in the light and in the dark console, with enough contrast. */
export const TAG_COLOURS = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'] as const;
export type TagColour = (typeof TAG_COLOURS)[number];
