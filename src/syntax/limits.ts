/** The bounds that keep any text's parse short and shallow. */

/** Nested constructs (substitutions, compounds, parentheses) that one input may hold inside each other. */
export const MAX_DEPTH = 100;

/** UTF-16 units of one input. */
export const MAX_LENGTH = 1_048_576;

/** Alias replacements in one complete command. */
export const MAX_ALIASES = 1000;

/** Continuations inside the operators and expansions of one complete command. */
export const MAX_JOINS = 1000;

/** Operators in one arithmetic expression, which also bounds the depth of its tree. */
export const MAX_OPERATORS = 1000;
