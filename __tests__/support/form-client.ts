import { parse } from "./html-forms";

/** A signed-in person whose browser runs no scripts: pages come as HTML, forms are posted whole. */
export type FormClient = {
  readonly get: (address: string) => Promise<string>;
  /** Fill the form with this accessible name on a page and send it; returns the page that answers. Throws when nobody answers, or with an error. */
  readonly submit: (address: string, form: string, fields: Readonly<Record<string, string>>) => Promise<string>;
};

function keepCookies(jar: Map<string, string>, answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/** Sign in at the running product; throws when it refuses. */
export async function signInClient(url: string, email: string, password: string): Promise<FormClient> {
  const jar = new Map<string, string>();
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${url}${address}`, {
      ...init,
      redirect: "manual",
      headers: { cookie, origin: url },
      signal: AbortSignal.timeout(20_000),
    });
    keepCookies(jar, answer);
    return answer;
  };
  const { csrfToken } = (await (await ask("/api/auth/csrf")).json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, email, password, json: "true" });
  await ask("/api/auth/callback/credentials", { method: "POST", body });
  const session = await (await ask("/api/auth/session")).text();
  if (!session.includes('"user"')) throw new Error(`${email} was not signed in: ${session}`);

  const page = async (address: string, init?: RequestInit): Promise<string> => {
    const answer = await ask(address, init);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
    return text;
  };
  return {
    get: (address) => page(address),
    submit: async (address, name, fields) => {
      const form = parse(await page(address), name);
      const data = new FormData();
      for (const [field, value] of Object.entries({ ...form, ...fields })) data.append(field, value);
      return page(address, { method: "POST", body: data });
    },
  };
}
