/** Return the path of a Chromium or Chrome on this machine, CHROMIUM_PATH first, or null when there is none. */
export function findChromium(): string | null;
