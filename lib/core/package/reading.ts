/** What a file of a package is not, in a sentence. */
export class Malformed extends Error {
  override name = "Malformed";
}

/** A JSON object whose fields are read one by one, each with its place in the file for the error. */
export class Fields {
  private constructor(
    private readonly fields: Readonly<Record<string, unknown>>,
    private readonly place: string,
  ) {}

  /** Take a JSON object; throws Malformed for anything else. */
  static of(value: unknown, place: string): Fields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      throw new Malformed(`${place} is not an object.`);
    }
    return new Fields(Object.fromEntries(Object.entries(value)), place);
  }

  /** Read JSON text that holds an object. */
  static parse(text: string, place: string): Fields {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      throw new Malformed(`${place} is not JSON.`);
    }
    return Fields.of(value, place);
  }

  has(name: string): boolean {
    return Object.hasOwn(this.fields, name) && this.fields[name] !== undefined;
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.fields, name) ? this.fields[name] : undefined;
  }

  text(name: string): string {
    const value = this.raw(name);
    if (typeof value !== "string") throw new Malformed(`“${name}” of ${this.place} is not a text.`);
    return value;
  }

  textOrNull(name: string): string | null {
    return this.raw(name) === null ? null : this.text(name);
  }

  /** A whole number from 0 on. */
  count(name: string): number {
    const value = this.raw(name);
    if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) {
      throw new Malformed(`“${name}” of ${this.place} is not a whole number.`);
    }
    return value;
  }

  countOrNull(name: string): number | null {
    return this.raw(name) === null ? null : this.count(name);
  }

  object(name: string): Fields {
    return Fields.of(this.raw(name), `“${name}” of ${this.place}`);
  }

  objectOrNull(name: string): Fields | null {
    return this.raw(name) === null ? null : this.object(name);
  }

  list(name: string): Fields[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) throw new Malformed(`“${name}” of ${this.place} is not a list.`);
    return value.map((one, index) => Fields.of(one, `${name}[${index}] of ${this.place}`));
  }
}

/**
 * Return in a sentence what is wrong with what was read. JSON may nest too deep or hold half of a surrogate pair: that is a fault of
 * the file, too. Whatever else went wrong (a disk that can't be read) is thrown on.
 */
export function sentence(error: unknown): string {
  if (error instanceof Malformed) return error.message;
  if (error instanceof TypeError || error instanceof RangeError) return `It can’t be read: ${error.message}`;
  throw error;
}
