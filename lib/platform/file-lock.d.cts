/** One process of one machine between two reboots; stays different when the id is reused. */
export type ProcessIdentity = { readonly host: string; readonly pid: number; readonly started: string | null };
export type Holder = ProcessIdentity & Readonly<Record<string, unknown>>;

/** Return the identity of a process, by default of this one; `started` is null when there is no such process. */
export function identify(pid?: number): ProcessIdentity;

/** Say whether exactly this process still runs on this machine. */
export function isRunning(identity: ProcessIdentity): boolean;

/** Return who holds the lock file, or null when nobody alive does. */
export function findHolder(file: string): Holder | null;

/** Take the lock file at once, or return who holds it; a dead process's lock is taken over. The note is kept in the file. */
export function tryLock(
  file: string,
  note?: Readonly<Record<string, unknown>>,
):
  | { readonly release: () => void; readonly holder?: undefined }
  | { readonly release?: undefined; readonly holder: Holder };

/** Take the lock file, waiting up to waitMs (default 120,000) for its holder; returns the release. Throws when the wait is over. */
export function lock(
  file: string,
  options?: {
    readonly waitMs?: number;
    readonly onWait?: (holder: Holder) => void;
    readonly note?: Readonly<Record<string, unknown>>;
  },
): Promise<() => void>;
