/** How often a page is asked for before it counts as failed. */
export const FETCH_TRIES = 4;
