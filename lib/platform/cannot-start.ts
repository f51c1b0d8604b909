/** Say in a sentence for the operator why something cannot be started here, and what to do; no trace is printed with it. */
export class CannotStart extends Error {
  override name = "CannotStart";
}
