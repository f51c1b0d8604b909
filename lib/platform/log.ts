import pino from "pino";
import { LOG_LEVELS } from "./env";

// A level that does not exist stops the start with a sentence of the settings' own, not with a trace of the logger's.
const level = LOG_LEVELS.find((one) => one === process.env.CLAIMDESK_LOG) ?? "warn";

/** The process's log: JSON lines on stderr, so that stdout stays free for answers. Quiet unless CLAIMDESK_LOG says otherwise. */
export const log = pino({ level, base: null }, pino.destination(2));
