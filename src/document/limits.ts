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

/**
 * Most work given to the Markdown parser, counted in lines: an item counts for each list it is nested in,
 * a table row twice for each cell.
 * The parser takes 20 to 50 microseconds for one; designs of 1 MB have 10,000 to 50,000.
 */
export const MOST_WORK = 60_000;

/** In one block (what stands between blank lines): lines that continue a list or quote without its sign or indent. */
export const MOST_LAZY_LINES = 40;

/** Lists and quotes that open inside others on one line, each with the square of its depth. */
export const MOST_INNER_SIGNS = 10_000;

/** In one block: link definitions that are not finished on their line. */
export const MOST_OPEN_DEFINITIONS = 20;

/** Text handed to the Markdown parser at once, where there is a place to cut. */
export const PIECE_SIZE = 32_000;

/** Lines after which a list is cut between two of its items: the parser's time grows with the square of their number. */
export const LONGEST_LIST = 500;

/** Most notices about one document. */
export const MOST_NOTICES = 20;

/** Blank lines in a row after which a piece ends: the parser takes them all into the list above. */
export const MOST_BLANK_LINES = 20;

/** Most statements of a document; a design of 1 MB has 13,000. */
export const MOST_STATEMENTS = 40_000;

/** Longest text read at once; a longer paragraph is cut at a blank. */
export const LONGEST_TEXT = 16_000;
