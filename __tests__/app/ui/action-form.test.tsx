import { useState } from "react";
import { ActionForm, type FormAction, SaveState, Submit } from "@/app/_ui/action-form";
import { BaseField, DraftScope } from "@/app/_ui/draft";
import { Field, Input, Textarea } from "@/app/_ui/field";
import { find, type Mounted, mount, send, type } from "./mount";

let page: Mounted | null = null;

beforeEach(() => {
  window.localStorage.clear();
  window.sessionStorage.clear();
});
afterEach(async () => {
  await page?.remove();
  page = null;
});

interface Props {
  readonly action: FormAction<string>;
  readonly rev?: number;
  readonly owner?: string;
  readonly onSaved?: (output: string) => void;
  readonly keepValues?: boolean;
}

function NoteForm({ action, rev = 1, owner = "ana", onSaved, keepValues = false }: Props) {
  return (
    <DraftScope owner={owner}>
      <ActionForm action={action} draftKey="note" keepValues={keepValues} {...(onSaved && { onSaved })}>
        <BaseField name="rev" value={rev} />
        <Field label="Note" name="note">
          <Textarea name="note" />
        </Field>
        <Field label="Password" name="password">
          <Input name="password" type="password" />
        </Field>
        <Submit>Save</Submit>
        <SaveState />
      </ActionForm>
    </DraftScope>
  );
}

const note = () => find(document, "[name=note]", HTMLTextAreaElement);
const rev = () => find(document, "[name=rev]", HTMLInputElement);
const saved: FormAction<string> = async (_, form) => ({
  ok: true,
  output: String(form.get("note")),
  at: "2026-03-01T14:02:00Z",
});
const refused =
  (code: "invalid" | "signed_out", fields = {}): FormAction<string> =>
  async () => ({ ok: false, code, message: "No.", typed: {}, fields });

test("a save hands over the answer, empties the form and drops the draft", async () => {
  const outputs: string[] = [];
  page = await mount(<NoteForm action={saved} onSaved={(output) => outputs.push(output)} />);
  await type(note(), "Checked with the UN.");
  expect(page.at.textContent).toContain("Draft kept");
  await send(page.at);
  expect(outputs).toEqual(["Checked with the UN."]);
  expect(note().value).toBe("");
  expect(window.localStorage.length).toBe(0);
  expect(page.at.textContent).toMatch(/Saved \d\d:\d\d/);
});

test("a refusal keeps every word, shows the error at its field and puts the hand there", async () => {
  page = await mount(<NoteForm action={refused("invalid", { note: "Too short." })} />);
  await type(note(), "Hm");
  await send(page.at);
  expect(note().value).toBe("Hm");
  expect(note().getAttribute("aria-invalid")).toBe("true");
  const described = note().getAttribute("aria-describedby");
  expect(document.getElementById(described ?? "")?.textContent).toBe("Too short.");
  expect(document.activeElement).toBe(note());
});

test("an ended session says that the text is kept and leads back here", async () => {
  window.history.replaceState(null, "", "/claims/c1?tab=notes");
  page = await mount(<NoteForm action={refused("signed_out")} />);
  await type(note(), "Typed in vain?");
  await send(page.at);
  expect(find(page.at, "[role=alert]", HTMLElement).textContent).toContain("Your text is kept");
  const link = find(page.at, "[role=alert] a", HTMLAnchorElement);
  expect(link.getAttribute("href")).toBe(`/sign-in?next=${encodeURIComponent("/claims/c1?tab=notes")}`);
  expect(note().value).toBe("Typed in vain?");
});

test("a server that can't be reached is said in words, and the text stays", async () => {
  page = await mount(
    <NoteForm
      action={async () => {
        throw new TypeError("Failed to fetch");
      }}
    />,
  );
  await type(note(), "Offline words");
  await send(page.at);
  expect(find(page.at, "[role=alert]", HTMLElement).textContent).toContain("can't be reached");
  expect(note().value).toBe("Offline words");
});

test("typed text comes back after the page is opened again, for the same person only; passwords never", async () => {
  page = await mount(<NoteForm action={saved} />);
  await type(note(), "Half a thought");
  await type(find(document, "[name=password]", HTMLInputElement), "hunter2 hunter2");
  await page.remove();
  expect(JSON.stringify({ ...window.localStorage })).not.toContain("hunter2");
  page = await mount(<NoteForm action={saved} owner="tom" />);
  expect(note().value).toBe("");
  await page.remove();
  page = await mount(<NoteForm action={saved} />);
  expect(note().value).toBe("Half a thought");
  expect(page.at.textContent).toContain("Draft kept");
});

test("the version someone started from stays with the draft, also when the record moves on and the page is reopened", async () => {
  page = await mount(<NoteForm action={saved} rev={3} />);
  await page.render(<NoteForm action={saved} rev={4} />);
  expect(rev().value).toBe("4");
  await type(note(), "Against version 4");
  await page.render(<NoteForm action={saved} rev={5} />);
  expect(rev().value).toBe("4");
  await page.remove();
  page = await mount(<NoteForm action={saved} rev={6} />);
  expect(note().value).toBe("Against version 4");
  expect(rev().value).toBe("4");
});

test("discarding shows what was saved and forgets the draft", async () => {
  page = await mount(<NoteForm action={saved} />);
  await type(note(), "Never mind");
  const discard = [...page.at.querySelectorAll("button")].find((button) => button.textContent === "Discard");
  await import("react").then(({ act }) => act(async () => discard?.click()));
  expect(note().value).toBe("");
  expect(window.localStorage.length).toBe(0);
});

test("another tab's draft is left alone and offered", async () => {
  window.localStorage.setItem(
    "claimdesk-draft|ana|note|othertab",
    JSON.stringify({ fields: { note: ["From the other tab"] }, at: Date.now() }),
  );
  window.localStorage.setItem(
    "claimdesk-draft|ana|note|thistab",
    JSON.stringify({ fields: { note: ["From this tab"] }, at: 1 }),
  );
  window.sessionStorage.setItem("claimdesk-tab", "thistab");
  page = await mount(<NoteForm action={saved} />);
  expect(note().value).toBe("From this tab");
  expect(page.at.textContent).toContain("Another tab holds a different draft");
  await type(note(), "From this tab, more");
  expect(window.localStorage.getItem("claimdesk-draft|ana|note|othertab")).toContain("From the other tab");
});

test("words typed while the save is on its way are not thrown away", async () => {
  let answer: (state: Awaited<ReturnType<FormAction<string>>>) => void = () => {};
  const slow: FormAction<string> = () => new Promise((resolve) => (answer = resolve));
  page = await mount(<NoteForm action={slow} />);
  await type(note(), "First");
  await send(page.at);
  await type(note(), "First and second");
  const { act } = await import("react");
  await act(async () => answer({ ok: true, output: "First", at: "2026-03-01T14:02:00Z" }));
  expect(note().value).toBe("First and second");
  expect(page.at.textContent).toContain("Draft kept");
});

test("a controlled field is restored too", async () => {
  function Controlled() {
    const [value, setValue] = useState("");
    return (
      <DraftScope owner="ana">
        <ActionForm action={saved} draftKey="controlled">
          <Input name="note" value={value} onChange={(event) => setValue(event.target.value)} />
          <output>{value.length}</output>
        </ActionForm>
      </DraftScope>
    );
  }
  page = await mount(<Controlled />);
  await type(find(document, "[name=note]", HTMLInputElement), "four");
  await page.remove();
  page = await mount(<Controlled />);
  expect(find(document, "[name=note]", HTMLInputElement).value).toBe("four");
  expect(find(document, "output", HTMLElement).textContent).toBe("4");
});
