/** Why a document can't be read, in a sentence. */
export class Unreadable extends Error {
  override name = "Unreadable";
}
