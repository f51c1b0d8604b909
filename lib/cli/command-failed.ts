/** A command's end that is not success: 1 refused, 2 wrong usage. The message goes to stderr. */
export class CommandFailed extends Error {
  override name = "CommandFailed";

  constructor(
    message: string,
    readonly code: 1 | 2 = 1,
  ) {
    super(message);
  }
}
