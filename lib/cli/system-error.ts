/** Tell whether an error is the system's word on a file, such as "no such file": words for a person, not a fault of ours. */
export function isFromSystem(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === "object" && error !== null && "syscall" in error && "message" in error;
}
