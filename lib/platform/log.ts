import pino from "pino";

/** The process's log: JSON lines on stderr, so that stdout stays free for answers. Quiet unless CLAIMDESK_LOG says otherwise. */
export const log = pino({ level: process.env.CLAIMDESK_LOG ?? "warn", base: null }, pino.destination(2));
