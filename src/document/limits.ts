/** Most lines that are read; what follows is left out. */
export const MOST_LINES = 200_000;

/** Most headings; later ones are read as text. */
export const MOST_HEADINGS = 5_000;

/** Deepest block quote and deepest list handed to the Markdown parser, whose time grows with the square of the depth. */
export const DEEPEST_QUOTE = 50;
export const DEEPEST_LIST = 50;

/** Most columns of a table. */
export const MOST_COLUMNS = 200;

/** Longest line handed to the Markdown parser. */
export const LONGEST_LINE = 32_000;

/** Most lines handed to the Markdown parser: it takes 20 to 40 microseconds a line, and a design of 1 MB has 15,000. */
export const MOST_PARSED_LINES = 30_000;

/** In one block (what stands between blank lines): lines that continue a list or quote without its sign or indent. */
export const MOST_LAZY_LINES = 40;

/** In one block: list and quote signs in front of its lines. */
export const MOST_SIGNS = 3_000;

/** In one block: link definitions that are not finished on their line. */
export const MOST_OPEN_DEFINITIONS = 20;

/** Text handed to the Markdown parser at once, where there is a place to cut. */
export const PIECE_SIZE = 32_000;

/** Most notices about one document. */
export const MOST_NOTICES = 20;
